package io.github.crosstie.salesforce.auth;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** The JWT bearer flow: an assertion that names the connected app and the user, signed by the app's key (RFC 7523). */
final class JwtGrant implements Grant {

    /** Salesforce takes no assertion that is good for longer than a few minutes. */
    private static final Duration GOOD_FOR = Duration.ofMinutes(3);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String clientId;
    private final String username;
    private final PrivateKey key;
    private final URI audience;
    private final Clock clock;

    JwtGrant(String clientId, String username, PrivateKey key, URI audience, Clock clock) {
        this.clientId = clientId;
        this.username = username;
        this.key = key;
        this.audience = audience;
        this.clock = clock;
    }

    @Override
    public Map<String, String> form() {
        return Map.of("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion", assertion());
    }

    @Override
    public String name() {
        return "JWT bearer";
    }

    private String assertion() {
        String claims = JSON.createObjectNode()
                .put("iss", clientId)
                .put("sub", username)
                .put("aud", audience.toString())
                .put("exp", clock.instant().plus(GOOD_FOR).getEpochSecond())
                .toString();
        String signed = encoded("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "JWT bearer: the private key cannot sign by RS256; pass the RSA key of the connected app's"
                            + " certificate",
                    e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
