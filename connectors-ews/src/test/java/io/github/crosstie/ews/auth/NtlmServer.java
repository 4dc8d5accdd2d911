package io.github.crosstie.ews.auth;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.sasl.AuthorizeCallback;
import javax.security.sasl.RealmCallback;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslException;
import javax.security.sasl.SaslServer;

/**
 * The server's side of NTLM for anna of ACME. The JDK's server checks the proof; with a required binding, this class
 * also checks the target information that the proof covers.
 */
public final class NtlmServer {

    private static final int TARGET_INFORMATION = 0x0080_0000;
    private static final byte[] DOMAIN_PAIR = HexFormat.of().parseHex("0200080041004300" + "4d004500");
    private static final byte[] END = new byte[4];

    private final Map<Integer, SaslServer> begun = new ConcurrentHashMap<>();
    private final byte[] requiredBinding;

    private NtlmServer(byte[] requiredBinding) {
        this.requiredBinding = requiredBinding;
    }

    /** A server that requires no binding. */
    public static NtlmServer lenient() {
        return new NtlmServer(new byte[0]);
    }

    /** A server with Extended Protection. */
    public static NtlmServer requiring(byte[] binding) {
        return new NtlmServer(binding);
    }

    /** The challenge that answers the offer on a connection. */
    public byte[] challenge(int connection, byte[] negotiate) throws IOException {
        SaslServer server = Sasl.createSaslServer(
                "NTLM",
                "http",
                "127.0.0.1",
                Map.of("com.sun.security.sasl.ntlm.version", "NTLMv2", "com.sun.security.sasl.ntlm.domain", "ACME"),
                directory());
        begun.put(connection, server);
        return withTargetInformation(server.evaluateResponse(negotiate));
    }

    /**
     * Whether a message proves the password, and the binding if one is required, to the challenge on its connection.
     */
    public boolean isProof(int connection, byte[] message) {
        SaslServer server = begun.remove(connection);
        try {
            if (server == null) {
                return false;
            }
            server.evaluateResponse(message);
            return server.isComplete()
                    && (requiredBinding.length == 0 || Arrays.equals(binding(message), requiredBinding));
        } catch (SaslException e) {
            return false;
        }
    }

    /** The JDK's server sends none; Windows always does. */
    static byte[] withTargetInformation(byte[] bare) {
        ByteBuffer challenge = ByteBuffer.allocate(48 + bare.length - 32 + DOMAIN_PAIR.length + END.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        challenge.put(bare, 0, 32);
        challenge.position(48);
        challenge.put(bare, 32, bare.length - 32);
        int at = challenge.position();
        challenge.put(DOMAIN_PAIR).put(END);
        short length = (short) (DOMAIN_PAIR.length + END.length);
        challenge.putInt(16, challenge.getInt(16) + 16);
        challenge.putInt(20, challenge.getInt(20) | TARGET_INFORMATION);
        challenge.putShort(40, length).putShort(42, length).putInt(44, at);
        return challenge.array();
    }

    /** The channel binding in a proof; empty if there is none. */
    static byte[] binding(byte[] proof) {
        ByteBuffer message = ByteBuffer.wrap(proof).order(ByteOrder.LITTLE_ENDIAN);
        int length = message.getShort(20);
        ByteBuffer response = message.slice(message.getInt(24), length).order(ByteOrder.LITTLE_ENDIAN);
        response.position(16 + 28);
        while (response.remaining() >= 4) {
            short id = response.getShort();
            byte[] value = new byte[response.getShort()];
            response.get(value);
            if (id == 10) {
                return value;
            }
        }
        return new byte[0];
    }

    private static CallbackHandler directory() {
        return callbacks -> {
            for (Callback callback : callbacks) {
                if (callback instanceof NameCallback name) {
                    name.setName(name.getDefaultName());
                } else if (callback instanceof RealmCallback realm) {
                    realm.setText(realm.getDefaultText());
                } else if (callback instanceof PasswordCallback password) {
                    password.setPassword("correct horse".toCharArray());
                } else if (callback instanceof AuthorizeCallback authorize) {
                    authorize.setAuthorized(authorize.getAuthorizationID().equalsIgnoreCase("anna"));
                } else {
                    throw new UnsupportedCallbackException(callback);
                }
            }
        };
    }
}
