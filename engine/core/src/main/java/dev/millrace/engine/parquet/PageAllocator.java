package dev.millrace.engine.parquet;

import org.apache.parquet.bytes.ByteBufferAllocator;

import java.nio.ByteBuffer;

/// Memory for the library, which keeps the packed pages of a column chunk until its row group is written.
final class PageAllocator implements ByteBufferAllocator {

    @Override
    public ByteBuffer allocate(int size) {
        return ByteBuffer.wrap(PageArrays.ofThread().take(size), 0, size);
    }

    @Override
    @SuppressWarnings("ByteBufferBackingArray") // it is one of ours
    public void release(ByteBuffer buffer) {
        PageArrays.ofThread().giveBack(buffer.array());
    }

    @Override
    public boolean isDirect() {
        return false;
    }
}
