package dev.millrace.app.run;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The bar of one pass.
final class PassProgress {

    private final String title;
    private final int shards;
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");

    PassProgress(String title, int shards) {
        this.title = title;
        this.shards = shards;
    }

    /// Such as `Pass 1 · fit`.
    public String title() {
        return title;
    }

    int shards() {
        return shards;
    }

    /// 0 to 1.
    public ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    /// In words, such as `5 of 8 shards`.
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    void set(double newShare, String newStatus) {
        share.set(newShare);
        status.set(newStatus);
    }
}
