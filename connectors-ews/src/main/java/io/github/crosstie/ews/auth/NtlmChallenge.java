package io.github.crosstie.ews.auth;

import io.github.crosstie.fault.UnauthorizedException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A server's NTLM challenge. The JDK copies the challenge's target information into its answer, where the server's
 * checksum covers it; that is how a channel binding gets there.
 */
final class NtlmChallenge {

    private static final int FLAGS_AT = 20;
    private static final int HAS_TARGET_INFORMATION = 0x0080_0000;
    private static final int TARGET_INFORMATION_AT = 40;
    private static final int LEAST_LENGTH = 48;

    private static final short END = 0;
    private static final short CHANNEL_BINDINGS = 10;
    private static final int PAIR_HEADER = 4;

    private final byte[] bytes;
    private final ByteBuffer message;

    private NtlmChallenge(byte[] bytes) {
        this.bytes = bytes;
        this.message = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static NtlmChallenge of(byte[] bytes) {
        return new NtlmChallenge(bytes);
    }

    /** The challenge with a channel binding in its target information; as it is if it has no target information. */
    byte[] bindTo(byte[] binding) {
        int size = bytes.length;
        if (size < LEAST_LENGTH || (message.getInt(FLAGS_AT) & HAS_TARGET_INFORMATION) == 0) {
            return bytes;
        }
        byte[] pairs;
        try {
            pairs = withBinding(targetInformation(), binding);
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new UnauthorizedException(
                    NtlmAuth.WAY + ": the server's challenge is cut short; look for a proxy that changes it", e);
        }
        // The longer information goes to the end, so that nothing else moves.
        ByteBuffer bound = ByteBuffer.allocate(size + pairs.length).order(ByteOrder.LITTLE_ENDIAN);
        bound.put(bytes).put(pairs);
        bound.putShort(TARGET_INFORMATION_AT, (short) pairs.length);
        bound.putShort(TARGET_INFORMATION_AT + 2, (short) pairs.length);
        bound.putInt(TARGET_INFORMATION_AT + 4, size);
        return bound.array();
    }

    private ByteBuffer targetInformation() {
        int length = Short.toUnsignedInt(message.getShort(TARGET_INFORMATION_AT));
        int offset = message.getInt(TARGET_INFORMATION_AT + 4);
        return message.slice(offset, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] withBinding(ByteBuffer pairs, byte[] binding) {
        ByteBuffer all = ByteBuffer.allocate(pairs.remaining() + 2 * PAIR_HEADER + binding.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        while (pairs.remaining() >= PAIR_HEADER && pairs.getShort(pairs.position()) != END) {
            short id = pairs.getShort();
            byte[] value = new byte[Short.toUnsignedInt(pairs.getShort())];
            pairs.get(value);
            if (id != CHANNEL_BINDINGS) {
                all.putShort(id).putShort((short) value.length).put(value);
            }
        }
        all.putShort(CHANNEL_BINDINGS).putShort((short) binding.length).put(binding);
        all.putShort(END).putShort((short) 0);
        byte[] written = new byte[all.position()];
        all.flip().get(written);
        return written;
    }
}
