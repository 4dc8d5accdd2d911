package io.github.crosstie.ews.auth;

import io.github.crosstie.fault.UnauthorizedException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Bearer tokens of the host. Requests whose token was refused at the same time share one renewal. */
final class BearerAuth implements EwsAuth {

    private final TokenProvider source;
    private final ReentrantLock renewing = new ReentrantLock();

    BearerAuth(TokenProvider source) {
        this.source = source;
    }

    @Override
    public SignIn begin(SignInTarget target) {
        return new BearerSignIn(target);
    }

    @Override
    public String toString() {
        return "bearer tokens";
    }

    /** A source may be written without a checker of nulls. */
    private static String checked(@Nullable String token) {
        if (token == null) {
            throw new UnauthorizedException(
                    "bearer token: the TokenProvider that the host gave to EwsAuth.bearer gave null;"
                            + " have it give an access token, or throw an UnauthorizedException that says why it cannot");
        }
        if (token.isBlank() || token.chars().anyMatch(character -> character <= ' ' || character > '~')) {
            throw new UnauthorizedException(
                    "bearer token: the host's token source gave a blank one, or one that no header can carry;"
                            + " have it give the access token alone");
        }
        return token;
    }

    private final class BearerSignIn implements SignIn {
        private final SignInTarget target;
        private @Nullable String token;

        BearerSignIn(SignInTarget target) {
            this.target = target;
        }

        @Override
        public String first() {
            String first = checked(source.token(target));
            token = first;
            return "Bearer " + first;
        }

        @Override
        public Optional<String> next(Challenge challenge) {
            String refused = token;
            token = null;
            if (refused == null) {
                return Optional.empty();
            }
            String fresh = renewed(refused);
            return fresh.equals(refused) ? Optional.empty() : Optional.of("Bearer " + fresh);
        }

        private String renewed(String refused) {
            renewing.lock();
            try {
                String current = checked(source.token(target));
                // Another request may have renewed it while this one waited.
                return current.equals(refused) ? checked(source.renew(target, refused)) : current;
            } finally {
                renewing.unlock();
            }
        }
    }
}
