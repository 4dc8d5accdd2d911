package io.github.crosstie.engagement.plan;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.ValueChange;
import io.github.crosstie.state.ReleaseToken;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the tokens of a unit's plan: one that stands for exactly these changes, and one that stands for all that a
 * preview shows. Both are good as long as no other token is used, and neither is ever the other.
 */
final class ChangeTokens {

    private static final int TOKEN_DIGITS = 32;

    private final StringBuilder text = new StringBuilder();

    private ChangeTokens() {}

    static ReleaseToken of(BusinessUnitId unit, long releases, List<UserChange> changes) {
        ChangeTokens tokens = new ChangeTokens();
        tokens.part(unit.value());
        tokens.part(Long.toString(releases));
        changes.forEach(tokens::change);
        return tokens.token();
    }

    static ReleaseToken ofOptIn(UnitPlan preview) {
        ChangeTokens tokens = new ChangeTokens();
        tokens.part("opt in");
        tokens.part(preview.unit().value());
        tokens.part(Long.toString(preview.basis().releases()));
        tokens.part(Integer.toString(preview.changes().size()));
        preview.changes().forEach(tokens::change);
        tokens.part(Integer.toString(preview.held().size()));
        preview.held().forEach(tokens::held);
        preview.left().forEach(tokens::left);
        return tokens.token();
    }

    private ReleaseToken token() {
        return new ReleaseToken(digest(text.toString()).substring(0, TOKEN_DIGITS));
    }

    private void held(HeldChange held) {
        part(held.cause().name());
        part(Integer.toString(held.place()));
        change(held.change());
    }

    private void left(LeftAlone left) {
        part(left.code().name());
        part(left.user() == null ? null : left.user().value());
        part(left.target() == null ? null : left.target().value());
    }

    private void change(UserChange change) {
        part(change.kind().name());
        part(change.user().value());
        part(change.target() == null ? null : change.target().value());
        if (change instanceof UserChange.Create create) {
            create.values().asMap().forEach(this::value);
        }
        if (change instanceof UserChange.Update update) {
            update.difference().changes().forEach(this::valueChange);
        }
    }

    private void value(UserField field, String value) {
        part(field.name());
        part(value);
    }

    private void valueChange(UserField field, ValueChange change) {
        part(field.name());
        part(change.before());
        part(change.after());
    }

    /** Each part with its length, so that no two lists of parts have one text. */
    private void part(@Nullable String part) {
        if (part == null) {
            text.append('-');
        } else {
            text.append(part.length()).append(':').append(part);
        }
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
