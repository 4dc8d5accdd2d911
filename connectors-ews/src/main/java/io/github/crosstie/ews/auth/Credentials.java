package io.github.crosstie.ews.auth;

import io.github.crosstie.fault.UnauthorizedException;
import java.util.Objects;
import java.util.function.Supplier;

/** A name, and where its password comes from. Shows neither. */
final class Credentials {

    private final String user;
    private final Supplier<String> password;
    private final String way;

    private Credentials(String user, Supplier<String> password, String way) {
        this.user = user;
        this.password = password;
        this.way = way;
    }

    static Credentials of(String user, Supplier<String> password, String way) {
        Objects.requireNonNull(password, "password");
        if (user.isBlank()) {
            throw new IllegalArgumentException(way + ": the user's name is blank; pass the account's name");
        }
        return new Credentials(user, password, way);
    }

    String user() {
        return user;
    }

    String password() {
        String secret = password.get();
        if (secret == null || secret.isEmpty()) {
            throw new UnauthorizedException(way + ": the host gave no password; give the account's password");
        }
        return secret;
    }

    @Override
    public String toString() {
        return "an account";
    }
}
