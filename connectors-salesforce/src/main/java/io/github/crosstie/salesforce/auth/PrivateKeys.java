package io.github.crosstie.salesforce.auth;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the private key of a connected app's certificate from PEM text, as openssl writes it. */
public final class PrivateKeys {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ((?:RSA |ENCRYPTED )?PRIVATE KEY)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    /** What PKCS#8 says before the bytes of an RSA key: version 0, and the algorithm. */
    private static final byte[] RSA = {
        0x02,
        0x01,
        0x00,
        0x30,
        0x0d,
        0x06,
        0x09,
        0x2a,
        (byte) 0x86,
        0x48,
        (byte) 0x86,
        (byte) 0xf7,
        0x0d,
        0x01,
        0x01,
        0x01,
        0x05,
        0x00
    };

    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final int SHORT_FORM = 0x80;

    private PrivateKeys() {}

    /**
     * Reads an RSA key.
     *
     * @param pem text with a PKCS#8 key ({@code BEGIN PRIVATE KEY}) or a PKCS#1 key ({@code BEGIN RSA PRIVATE KEY}); what stands
     *     around it is passed over
     * @return the key
     * @throws IllegalArgumentException if there is none, or it is encrypted, or it is no RSA key; the message shows nothing of it
     */
    public static PrivateKey rsa(String pem) {
        Matcher found = PEM.matcher(pem);
        if (!found.find()) {
            throw new IllegalArgumentException("private key: no PEM block of one was found; pass the text between and"
                    + " including BEGIN PRIVATE KEY and END PRIVATE KEY");
        }
        if (found.group(1).startsWith("ENCRYPTED")) {
            throw new IllegalArgumentException(
                    "private key: it is encrypted; decrypt it first (openssl pkcs8 -in key.pem"
                            + " -out plain.pem), or load it by a KeyStore and pass the PrivateKey");
        }
        try {
            byte[] key = Base64.getMimeDecoder().decode(found.group(2));
            byte[] whole = found.group(1).startsWith("RSA") ? wrapped(key) : key;
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(whole));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "private key: the PEM block holds no RSA key; Salesforce takes RSA keys alone", e);
        }
    }

    /** PKCS#1 in PKCS#8's wrapping. */
    private static byte[] wrapped(byte[] key) {
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        inner.writeBytes(RSA);
        inner.writeBytes(element(OCTETS, key));
        return element(SEQUENCE, inner.toByteArray());
    }

    private static byte[] element(int kind, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(kind);
        if (content.length < SHORT_FORM) {
            out.write(content.length);
        } else {
            int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(content.length) + Byte.SIZE - 1) / Byte.SIZE;
            out.write(SHORT_FORM | bytes);
            for (int shift = (bytes - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
                out.write(content.length >>> shift);
            }
        }
        out.writeBytes(content);
        return out.toByteArray();
    }
}
