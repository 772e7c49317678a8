package dev.millrace.engine.parquet;

import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;

/// The pages of one column chunk, one after the other; one is in memory at a time. Sizes are checked before anything is
/// allocated, checksums are verified where there are any.
///
/// Runs inside [Damage#guard].
final class ChunkPages implements AutoCloseable {

    private final ColumnChunkMetaData chunk;
    private final PageCodec codec;
    private final ShardFile.Cursor cursor;
    private byte[] packed = PageArrays.NONE; // valid until another page is read by the thread
    private byte[] unpacked = PageArrays.NONE;
    private long valuesSeen;
    private @Nullable PageHeader dataHeader; // of the next data page, if its header is read already

    ChunkPages(ShardFile file, ColumnChunkMetaData chunk, PageCodec codec) {
        this.chunk = chunk;
        this.codec = codec;
        this.cursor = file.cursor(chunk.getStartingPos());
    }

    /// A data page, unpacked: levels, then values, in one array. Valid until the next page is asked for.
    ///
    /// @param values how many, nulls included
    /// @param levels how the levels are written: with the encodings of version 1 or as in version 2
    /// @param levelBytes what holds the levels
    /// @param repetitionEnd of version 2: the repetition levels lie before it, the definition levels after it
    /// @param bytes the values, in version 1 after the levels
    /// @param end where the values end
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Page(
            int values,
            Levels levels,
            Encoding encoding,
            byte[] levelBytes,
            int repetitionEnd,
            byte[] bytes,
            int end) {}

    /// A dictionary page, unpacked.
    ///
    /// @param size how many values
    /// @param bytes the values
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Entries(int size, byte[] bytes) {}

    /// How the levels of a page are written.
    sealed interface Levels {

        /// In front of the values, each with its length; packed together with them.
        record V1(Encoding repetition, Encoding definition) implements Levels {}

        /// Apart from the values, never packed.
        record V2() implements Levels {}
    }

    /// The dictionary, null if there is none. Must be asked for first.
    @Nullable Entries dictionary() throws IOException {
        if (valuesSeen >= chunk.getValueCount()) {
            return null;
        }
        PageHeader header = nextHeader();
        if (!header.isSetDictionary_page_header()) {
            dataHeader = header;
            return null;
        }
        DictionaryPageHeader dictionary = header.getDictionary_page_header();
        int length = readPayload(header);
        int bytes = header.getUncompressed_page_size();
        byte[] values = codec.unpack(packed, 0, length, new byte[0], bytes);
        int size = dictionary.getNum_values();
        if (size < 0 || size > bytes) {
            throw new IOException("a dictionary of " + bytes + " bytes is said to have " + size + " values");
        }
        if (dictionary.getEncoding() != Encoding.PLAIN && dictionary.getEncoding() != Encoding.PLAIN_DICTIONARY) {
            throw new IOException("a dictionary in the encoding " + dictionary.getEncoding());
        }
        return new Entries(size, values);
    }

    /// The next data page, null after the last one.
    @Nullable Page next() throws IOException {
        while (valuesSeen < chunk.getValueCount()) {
            PageHeader header = dataHeader != null ? dataHeader : nextHeader();
            dataHeader = null;
            if (header.isSetData_page_header()) {
                return pageV1(header, header.getData_page_header());
            }
            if (header.isSetData_page_header_v2()) {
                return pageV2(header, header.getData_page_header_v2());
            }
            if (header.isSetDictionary_page_header()) {
                throw new IOException("a dictionary after the first page");
            }
            readPayload(header); // an index page, or one of a kind to come
        }
        return null;
    }

    /// Whether pages can be read one without the other. Some writers left prefixes that refer to the page before.
    boolean standAlone() {
        return !chunk.getEncodings().contains(org.apache.parquet.column.Encoding.DELTA_BYTE_ARRAY);
    }

    /// Passes over the next data page, if it has some values but not too many. Its bytes are not even read.
    ///
    /// @return how many it has, 0 if it is not passed over
    int passOver(long most) throws IOException {
        if (valuesSeen >= chunk.getValueCount()) {
            return 0;
        }
        PageHeader header = dataHeader != null ? dataHeader : nextHeader();
        dataHeader = header;
        int values = 0;
        if (header.isSetData_page_header()) {
            values = header.getData_page_header().getNum_values();
        } else if (header.isSetData_page_header_v2()) {
            values = header.getData_page_header_v2().getNum_values();
        }
        if (values <= 0 || values > most) {
            return 0;
        }
        dataHeader = null;
        count(values);
        cursor.skipFully(payload(header));
        return values;
    }

    /// Passes over all pages, verifying sizes and checksums but unpacking nothing.
    ///
    /// @return where in the file they end
    long verify() throws IOException {
        while (valuesSeen < chunk.getValueCount()) {
            PageHeader header = nextHeader();
            if (header.isSetData_page_header()) {
                count(header.getData_page_header().getNum_values());
            } else if (header.isSetData_page_header_v2()) {
                count(header.getData_page_header_v2().getNum_values());
            }
            readPayload(header);
        }
        return cursor.position();
    }

    private Page pageV1(PageHeader header, DataPageHeader data) throws IOException {
        count(data.getNum_values());
        int length = readPayload(header);
        int size = header.getUncompressed_page_size();
        unpacked = codec.unpack(packed, 0, length, roomFor(codec, length, size), size);
        return new Page(
                data.getNum_values(),
                new Levels.V1(data.getRepetition_level_encoding(), data.getDefinition_level_encoding()),
                data.getEncoding(),
                unpacked,
                0,
                unpacked,
                size);
    }

    private Page pageV2(PageHeader header, DataPageHeaderV2 data) throws IOException {
        count(data.getNum_values());
        int length = readPayload(header);
        int repetition = data.getRepetition_levels_byte_length();
        int definition = data.getDefinition_levels_byte_length();
        int levels = repetition + definition;
        if (repetition < 0 || definition < 0 || levels < 0 || levels > length) {
            throw new IOException(
                    "levels of " + repetition + " and " + definition + " bytes in a page of " + length + " bytes");
        }
        byte[] levelBytes = Arrays.copyOf(packed, levels);
        int size = header.getUncompressed_page_size() - levels;
        PageCodec of = data.isIs_compressed() ? codec : PageCodec.UNCOMPRESSED;
        unpacked = of.unpack(packed, levels, length - levels, roomFor(of, length - levels, size), size);
        return new Page(
                data.getNum_values(), new Levels.V2(), data.getEncoding(), levelBytes, repetition, unpacked, size);
    }

    /// The array for unpacked pages, at least so long as the next one.
    private byte[] roomFor(PageCodec of, int length, int size) throws IOException {
        of.requireSensible(length, size);
        if (unpacked.length < size) {
            PageArrays arrays = PageArrays.ofThread();
            arrays.giveBack(unpacked);
            unpacked = PageArrays.NONE;
            unpacked = arrays.take(size);
        }
        return unpacked;
    }

    /// Ends reading; the last page is not valid any more.
    @Override
    public void close() {
        PageArrays.ofThread().giveBack(unpacked);
        unpacked = PageArrays.NONE;
        cursor.close();
    }

    private void count(int values) throws IOException {
        valuesSeen += values;
        if (values < 0 || valuesSeen > chunk.getValueCount()) {
            throw new IOException(
                    "the pages have more than the " + chunk.getValueCount() + " values that the footer tells");
        }
    }

    private PageHeader nextHeader() throws IOException {
        return Thrift.pageHeader(cursor);
    }

    /// How many bytes of a page follow its header.
    private int payload(PageHeader header) throws IOException {
        int length = header.getCompressed_page_size();
        if (length < 0 || length > cursor.remaining()) {
            throw new IOException(
                    "a page is said to have " + length + " bytes but the file has " + cursor.remaining() + " more");
        }
        return length;
    }

    /// Reads a page's bytes as they are packed.
    ///
    /// @return how many
    private int readPayload(PageHeader header) throws IOException {
        int length = payload(header);
        packed = PageArrays.ofThread().packed(length);
        cursor.readFully(packed, length);
        if (header.isSetCrc()) {
            CRC32 checksum = new CRC32();
            checksum.update(packed, 0, length);
            if ((int) checksum.getValue() != header.getCrc()) {
                throw new IOException("the checksum of a page is wrong");
            }
        }
        return length;
    }
}
