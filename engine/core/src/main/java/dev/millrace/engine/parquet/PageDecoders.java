package dev.millrace.engine.parquet;

import dev.millrace.engine.parquet.ChunkPages.Page;

import org.apache.parquet.CorruptDeltaByteArrays;
import org.apache.parquet.VersionParser.ParsedVersion;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ValuesType;
import org.apache.parquet.column.values.RequiresPreviousReader;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

import java.io.IOException;

/// Finds the decoder for each page of one column chunk: our own for the encodings that nearly all pages have, the
/// library's for the others.
final class PageDecoders {

    private final Leaf leaf;
    private final @Nullable ParsedVersion writer;
    private @Nullable ValuesReader previous;

    /// @param writer who wrote the file, null if it does not tell
    PageDecoders(Leaf leaf, @Nullable ParsedVersion writer) {
        this.leaf = leaf;
        this.writer = writer;
    }

    /// The decoder of a page's values.
    ///
    /// @param from where they begin in the page's bytes
    /// @param dictionary of the column chunk, null if it has none
    ValueDecoder of(Page page, int from, @Nullable LeafDictionary dictionary) throws IOException {
        byte[] bytes = page.bytes();
        int to = page.end();
        switch (page.encoding()) {
            case PLAIN_DICTIONARY, RLE_DICTIONARY -> {
                if (dictionary == null) {
                    throw new IOException("a page of dictionary ids without a dictionary");
                }
                return ValueDecoder.Ids.of(bytes, from, to, dictionary);
            }
            case PLAIN -> {
                if (leaf.physical() != PrimitiveTypeName.BOOLEAN) {
                    return ValueDecoder.plain(leaf, bytes, from, to);
                }
            }
            default -> {}
        }
        Encoding encoding = Encoding.valueOf(page.encoding().name());
        ValuesReader reader = encoding.getValuesReader(leaf.descriptor(), ValuesType.VALUES);
        ValueDecoder decoder = new ValueDecoder.Library(reader, page.values(), bytes, from, to);
        if (CorruptDeltaByteArrays.requiresSequentialReads(writer, encoding)
                && reader instanceof RequiresPreviousReader needy) {
            needy.setPreviousReader(previous); // a fault of old writers: the first prefix refers to the page before
        }
        previous = reader;
        return decoder;
    }
}
