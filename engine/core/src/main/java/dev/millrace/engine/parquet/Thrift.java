package dev.millrace.engine.parquet;

import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.InterningProtocol;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;

import shaded.parquet.org.apache.thrift.TException;
import shaded.parquet.org.apache.thrift.protocol.TCompactProtocol;
import shaded.parquet.org.apache.thrift.transport.TIOStreamTransport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Reads what Parquet writes in Thrift. Texts and lists tell their sizes before they come, and the library makes room
/// for them at once: none may be larger than what it is in can be.
final class Thrift {

    private static final int MOST_HEADER_BYTES = 16 << 20; // a header holds the least and the largest value of its page

    private Thrift() {}

    static FileMetaData footer(byte[] bytes) throws IOException {
        return Util.readFileMetaData(new ByteArrayInputStream(bytes), bytes.length);
    }

    /// The page header that comes next in a stream.
    static PageHeader pageHeader(InputStream in) throws IOException {
        try {
            TIOStreamTransport transport = new TIOStreamTransport(in);
            transport.getConfiguration().setMaxMessageSize(MOST_HEADER_BYTES);
            transport.updateKnownMessageSize(0); // which makes it take over the new limit
            PageHeader header = new PageHeader();
            header.read(new InterningProtocol(new TCompactProtocol(transport)));
            return header;
        } catch (TException damage) {
            throw new IOException("a page header makes no sense: " + damage.getMessage(), damage);
        }
    }
}
