package io.github.crosstie.ews.auth;

import io.github.crosstie.fault.UnauthorizedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.Locale;

/**
 * What binds a sign-in to the end of an encrypted connection: the hash of the certificate ({@code tls-server-end-point}
 * of RFC 5929), in the structure that Windows hashes once more for NTLM.
 */
final class ChannelBindingHash {

    private static final byte[] PREFIX = "tls-server-end-point:".getBytes(StandardCharsets.US_ASCII);

    /** The types and lengths of two addresses, none of which is given: four numbers that are zero. */
    private static final int ADDRESSES = 16;

    private ChannelBindingHash() {}

    static byte[] of(X509Certificate certificate) {
        try {
            return of(MessageDigest.getInstance(digestOf(certificate.getSigAlgName()))
                    .digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new UnauthorizedException(
                    NtlmAuth.WAY + ": it cannot be bound to the server's certificate (" + certificate.getSigAlgName()
                            + "); use bearer tokens",
                    e);
        }
    }

    /** Of a certificate that has such a hash. */
    static byte[] of(byte[] certificateHash) throws NoSuchAlgorithmException {
        int length = PREFIX.length + certificateHash.length;
        ByteBuffer structure =
                ByteBuffer.allocate(ADDRESSES + Integer.BYTES + length).order(ByteOrder.LITTLE_ENDIAN);
        structure.position(ADDRESSES);
        structure.putInt(length).put(PREFIX).put(certificateHash);
        return MessageDigest.getInstance("MD5").digest(structure.array());
    }

    /** The hash of the certificate's own signature, but never one weaker than SHA-256. */
    private static String digestOf(String signature) {
        String name = signature.toUpperCase(Locale.ROOT);
        if (name.startsWith("SHA384")) {
            return "SHA-384";
        }
        return name.startsWith("SHA512") ? "SHA-512" : "SHA-256";
    }
}
