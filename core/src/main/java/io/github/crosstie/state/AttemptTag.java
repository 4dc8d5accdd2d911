package io.github.crosstie.state;

import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What the mark of an attempt says: {@code v1/organization/user/kind/source/link/side/generation.attempt}. It names the pair, so
 * that another organization's record is known as such, and the source, so that records find each other even when the store was
 * lost. Parts that are long, or that hold a slash, stand as their digest: never more than 255 characters.
 *
 * @param organization the organization, as a mark writes it
 * @param user the CRM user, as a mark writes it
 * @param kind contacts or events
 * @param source the record on the other side that it was made from, as a mark writes it
 * @param link the link
 * @param side where the record is created
 * @param attempt generation and number of the attempt
 */
public record AttemptTag(
        String organization, String user, String kind, String source, String link, Side side, String attempt) {

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_SOURCE = 80;
    private static final int LIKELY_ATTEMPTS = 3;
    private static final char DIGESTED = '#';
    private static final Pattern FORM = Pattern.compile(
            "v1/([^/]+)/([^/]+)/([A-Z]+)/([^/\\s][^/]*)/([^/\\s][^/]{0,35})/(CRM|MAIL)/(\\d{1,9}\\.\\d+)");

    /**
     * The mark of a link's next attempt.
     *
     * @param collection whose records
     * @param link the link
     * @param source the record that it is made from
     * @param side where it is created
     * @return the mark, unlike that of any other attempt
     */
    public static CorrelationTag next(CollectionKey collection, Link link, ItemId source, Side side) {
        return of(collection, link, source, side, link.attempts().size());
    }

    /**
     * The marks that a record may carry if it was created as one half of a link from the other.
     *
     * @param collection whose records
     * @param link the link
     * @param source the link's record on the other side
     * @param side where it was created
     * @return those of the first attempts of the link's present life, of which hardly ever more than one is made
     */
    public static List<CorrelationTag> possible(CollectionKey collection, Link link, ItemId source, Side side) {
        return IntStream.range(0, LIKELY_ATTEMPTS)
                .mapToObj(attempt -> of(collection, link, source, side, attempt))
                .toList();
    }

    private static CorrelationTag of(CollectionKey collection, Link link, ItemId source, Side side, int attempt) {
        return new CorrelationTag(String.join(
                "/",
                "v1",
                part(collection.organization().value(), LONGEST_NAME),
                part(collection.user().value(), LONGEST_NAME),
                collection.kind().name(),
                source(source),
                part(link.id().value(), LONGEST_NAME),
                side.name(),
                link.generation() + "." + attempt));
    }

    /**
     * Which life of its link the attempt belongs to.
     *
     * @return 0, and one more each time that a deleted half is created again
     */
    public int generation() {
        return Integer.parseInt(attempt.substring(0, attempt.indexOf('.')));
    }

    /**
     * Reads a mark.
     *
     * @param tag the mark
     * @return what it says, or empty if it is none of this form
     */
    public static Optional<AttemptTag> parse(CorrelationTag tag) {
        Matcher parts = FORM.matcher(tag.value());
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(new AttemptTag(
                parts.group(1),
                parts.group(2),
                parts.group(3),
                parts.group(4),
                parts.group(5),
                Side.valueOf(parts.group(6)),
                parts.group(7)));
    }

    /**
     * How a mark writes the id of its source.
     *
     * @param id the id
     * @return the id, or its digest if it is long or holds a slash
     */
    public static String source(ItemId id) {
        return part(id.value(), LONGEST_SOURCE);
    }

    /**
     * Whether a mark was made for the records of an organization.
     *
     * @param collection whose records
     * @return false for the mark of another organization
     */
    public boolean isOf(CollectionKey collection) {
        return organization.equals(part(collection.organization().value(), LONGEST_NAME));
    }

    private static String part(String text, int longest) {
        boolean isPlain = text.length() <= longest && text.indexOf('/') < 0 && text.charAt(0) != DIGESTED;
        return isPlain ? text : DIGESTED + digest(text);
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
