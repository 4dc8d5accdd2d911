package io.github.crosstie.benchmarks.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file to which bytes are appended, each time forced to the disk: what no durable store that writes one thing after
 * the other beats. Its space is reserved beforehand, as logs of databases do it, so that its length is not forced to
 * the disk as well; at its end it begins anew. Not thread-safe.
 */
public final class PlainFile implements AutoCloseable {

    private static final int RESERVED = 64 << 20;

    private final FileChannel channel;

    private PlainFile(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * A new file.
     *
     * @param folder where it is made
     * @return the file
     * @throws IOException if it cannot be made
     */
    public static PlainFile in(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve("plain.log"),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        channel.write(ByteBuffer.allocate(RESERVED));
        channel.force(true);
        channel.position(0);
        return new PlainFile(channel);
    }

    /**
     * Appends.
     *
     * @param bytes what, less than is reserved
     * @throws IOException if the disk does not take it
     */
    public void append(ByteBuffer bytes) throws IOException {
        if (channel.position() + bytes.remaining() > RESERVED) {
            channel.position(0);
        }
        ByteBuffer rest = bytes.duplicate();
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
