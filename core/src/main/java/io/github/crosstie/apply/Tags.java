package io.github.crosstie.apply;

import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.Link;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The marks of attempts: they name collection, source, link, side, generation and attempt, so that each is unique. */
final class Tags {

    private static final int LONGEST_SOURCE = 100;

    private Tags() {}

    static CorrelationTag next(CollectionKey collection, Link link, ItemId source, Side side) {
        String text = String.join(
                "/",
                "v1",
                collection.organization().value(),
                collection.user().value(),
                collection.kind().name(),
                shortened(source.value()),
                link.id().value(),
                side.name(),
                link.generation() + "." + link.attempts().size());
        return new CorrelationTag(text.length() <= CorrelationTag.MAX_LENGTH ? text : "v1/" + digest(text));
    }

    /** Equal for all attempts to create one half of a link once: another one is drawn when a deleted half is created again. */
    static String idempotencyKey(Link link) {
        return link.id() + "." + link.generation();
    }

    private static String shortened(String source) {
        return source.length() <= LONGEST_SOURCE ? source : digest(source);
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
