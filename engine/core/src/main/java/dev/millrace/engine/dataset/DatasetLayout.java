package dev.millrace.engine.dataset;

/// How the shards of a dataset lie in its folder.
public enum DatasetLayout {
    /// All shards in the folder itself.
    FLAT,
    /// One sub-folder for each split.
    SPLIT_FOLDERS,
    /// The dataset is one file of any name.
    SINGLE_FILE
}
