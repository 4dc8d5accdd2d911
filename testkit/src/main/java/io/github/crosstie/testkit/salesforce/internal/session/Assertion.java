package io.github.crosstie.testkit.salesforce.internal.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * A signed JSON Web Token that asks for a session of its subject.
 *
 * @param signed what the signature covers
 * @param signature the signature
 * @param header the header
 * @param claims the claims
 */
record Assertion(String signed, String signature, JsonNode header, JsonNode claims) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(3);

    static Assertion read(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw invalid();
        }
        return new Assertion(parts[0] + "." + parts[1], parts[2], json(parts[0]), json(parts[1]));
    }

    String issuer() {
        return claims.path("iss").asText();
    }

    String subject() {
        return claims.path("sub").asText(claims.path("prn").asText());
    }

    void checkAudience(Set<String> accepted) {
        JsonNode audience = claims.path("aud");
        boolean fits = audience.isArray()
                ? audience.size() == 1 && accepted.contains(audience.get(0).asText())
                : accepted.contains(audience.asText());
        if (!fits) {
            throw OauthRefusal.invalidGrant("audience is invalid");
        }
    }

    /** It lives three minutes at most, on the clock of the server. */
    void checkExpiry(Instant now) {
        Instant expires = Instant.ofEpochSecond(claims.path("exp").asLong());
        if (!now.isBefore(expires)) {
            throw OauthRefusal.invalidGrant("expired authorization code");
        }
        if (expires.isAfter(now.plus(LONGEST_LIFE))) {
            throw invalid();
        }
    }

    void checkSignature(List<PublicKey> keys) {
        if (!header.path("alg").asText().equals("RS256") || keys.stream().noneMatch(this::signedBy)) {
            throw invalid();
        }
    }

    private boolean signedBy(PublicKey key) {
        try {
            Signature verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(key);
            verifier.update(signed.getBytes(StandardCharsets.US_ASCII));
            return verifier.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException unverifiable) {
            return false;
        }
    }

    private static JsonNode json(String part) {
        try {
            return JSON.readTree(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            throw invalid();
        }
    }

    private static OauthRefusal invalid() {
        return OauthRefusal.invalidGrant("invalid assertion");
    }
}
