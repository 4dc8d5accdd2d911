package io.github.crosstie.graph.internal.transport;

import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.graph.auth.TokenProvider;
import io.github.crosstie.graph.auth.TokenRefusal;
import io.github.crosstie.graph.auth.TokenRequest;
import io.github.crosstie.http.internal.Deadline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives requests their tokens. Requests whose token was refused at the same time share one renewal. Thread-safe. */
final class SignIn {

    private static final Pattern CLAIMS = Pattern.compile("\\bclaims=\"([A-Za-z0-9+/=_-]{1,8000})\"");

    private final TokenProvider provider;
    private final ReentrantLock renewing = new ReentrantLock();

    SignIn(TokenProvider provider) {
        this.provider = provider;
    }

    String token(TokenRequest request) {
        return checked(() -> provider.token(request));
    }

    /** Another token in place of a refused one, if the provider has another; waits for others until the deadline. */
    Optional<String> next(TokenRequest request, String refused, List<String> challenges, Deadline deadline) {
        String fresh = renewed(request, new TokenRefusal(refused, claims(challenges)), deadline);
        return fresh.equals(refused) ? Optional.empty() : Optional.of(fresh);
    }

    private String renewed(TokenRequest request, TokenRefusal refusal, Deadline deadline) {
        enter(deadline);
        try {
            String current = token(request);
            // Another request may have renewed it while this one waited.
            return current.equals(refusal.token()) ? checked(() -> provider.renew(request, refusal)) : current;
        } finally {
            renewing.unlock();
        }
    }

    private void enter(Deadline deadline) {
        try {
            if (renewing.tryLock(deadline.remaining(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException(
                    "bearer token: the thread was interrupted while another one renewed it; run the round again", e);
        }
        throw new UnavailableException("bearer token: another request has been renewing it for longer than "
                + deadline.length() + "; try again later, and see that the token provider answers in time");
    }

    private static Optional<String> claims(List<String> challenges) {
        for (String challenge : challenges) {
            Matcher claims = CLAIMS.matcher(challenge);
            if (claims.find()) {
                return decoded(claims.group(1));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> decoded(String claims) {
        try {
            byte[] json = Base64.getDecoder().decode(claims.replace('-', '+').replace('_', '/'));
            return Optional.of(new String(json, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // Not what the protocol says: the token is renewed without them.
            return Optional.empty();
        }
    }

    /** A client would put a value that it cannot carry, a secret, into its message. */
    private static String checked(Supplier<String> asking) {
        String token = asked(asking);
        if (token.isBlank() || token.chars().anyMatch(character -> character <= ' ' || character > '~')) {
            throw new UnauthorizedException(
                    "bearer token: the host's token provider gave a blank one, or one that no header can carry;"
                            + " have it give the access token alone");
        }
        return token;
    }

    private static String asked(Supplier<String> asking) {
        try {
            return asking.get();
        } catch (CrosstieException e) {
            throw e;
        } catch (RuntimeException e) {
            for (Throwable at = e; at != null; at = at.getCause()) {
                if (at instanceof IOException) {
                    throw new UnavailableException(
                            "bearer token: whoever issues tokens does not answer; try again later", e);
                }
            }
            throw new UnauthorizedException(
                    "bearer token: the host's token provider failed; look at the cause, and renew consent or secret",
                    e);
        }
    }
}
