package io.github.crosstie.store.jdbc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts texts by one key, each for the one row that it is kept in: AES-GCM with a nonce of its own. A sealed text is a tilde and, in
 * Base64, a byte of the format, the length of the key's id, the id, the nonce, and what came of the text. Thread-safe.
 */
final class Seal {

    private static final char SEALED = '~';
    private static final byte FORMAT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEADER_BYTES = 2;

    private final byte[] header;
    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    /** Takes a key of AES. */
    Seal(String id, SecretKey key) {
        byte[] name = id.getBytes(StandardCharsets.US_ASCII);
        this.header = ByteBuffer.allocate(HEADER_BYTES + name.length)
                .put(FORMAT)
                .put((byte) name.length)
                .put(name)
                .array();
        this.key = key;
    }

    /** Whether a text is a sealed one; JSON never looks like it. */
    static boolean isSealed(String stored) {
        return !stored.isEmpty() && stored.charAt(0) == SEALED;
    }

    /** Whose seal a sealed text carries; empty if it is of another format, or was cut. */
    static Optional<String> keyOf(String sealed) {
        ByteBuffer bytes = bytes(sealed);
        if (bytes.remaining() < HEADER_BYTES || bytes.get() != FORMAT) {
            return Optional.empty();
        }
        int length = bytes.get();
        if (length < 0 || bytes.remaining() < length + NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            return Optional.empty();
        }
        byte[] name = new byte[length];
        bytes.get(name);
        return Optional.of(new String(name, StandardCharsets.US_ASCII));
    }

    private static ByteBuffer bytes(String sealed) {
        try {
            return ByteBuffer.wrap(Base64.getDecoder().decode(sealed.substring(1)));
        } catch (IllegalArgumentException notBase64) {
            return ByteBuffer.allocate(0);
        }
    }

    String seal(String place, String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] made = cipher(Cipher.ENCRYPT_MODE, place, nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
            ByteBuffer whole = ByteBuffer.allocate(header.length + nonce.length + made.length)
                    .put(header)
                    .put(nonce)
                    .put(made);
            return SEALED + Base64.getEncoder().withoutPadding().encodeToString(whole.array());
        } catch (GeneralSecurityException failure) {
            throw unusable(failure);
        }
    }

    /** What was sealed for that place with this key; empty if it was not, or was changed since. */
    Optional<String> open(String place, String sealed) {
        ByteBuffer bytes = bytes(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        bytes.position(header.length).get(nonce);
        byte[] made = new byte[bytes.remaining()];
        bytes.get(made);
        try {
            return Optional.of(
                    new String(cipher(Cipher.DECRYPT_MODE, place, nonce).doFinal(made), StandardCharsets.UTF_8));
        } catch (AEADBadTagException other) {
            return Optional.empty();
        } catch (GeneralSecurityException failure) {
            throw unusable(failure);
        }
    }

    private Cipher cipher(int mode, String place, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(header);
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static IllegalStateException unusable(GeneralSecurityException failure) {
        return new IllegalStateException(
                "this Java does not offer AES-GCM; use one whose security providers do, as all usual ones", failure);
    }
}
