package io.github.crosstie.item;

import io.github.crosstie.fault.Incubating;
import io.github.crosstie.internal.address.AddressForm;
import io.github.crosstie.internal.address.AddressSyntax;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Makes {@link HashedValue}s by a key of the host's: HMAC-SHA-256 of the value and its type, cut to 64 bits. Equal values have equal
 * digests whatever field they stand in, so that a value is recognised on either side. A text, and a time, has a second digest of
 * what records are matched by; a set has one digest for each element, and what is said about the occurrences of a series one for
 * each start and each field. Thread-safe. {@link #toString} shows nothing of the key.
 */
@Incubating
public final class ValueHasher {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_KEY_BYTES = 16;
    private static final int DIGEST_BYTES = 8;

    /** Stands between the digests of one value: of a set's elements, or of a text and of what it is matched by. */
    private static final String PART = ".";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.,;:=/-]*");

    private final SecretKey key;

    private ValueHasher(SecretKey key) {
        this.key = Objects.requireNonNull(key, "key");
    }

    /**
     * A hasher.
     *
     * @param key the host's own; whoever has it can tell by trying which value a digest is of
     * @return a hasher; another one with an equal key makes equal digests
     * @throws IllegalArgumentException if the key is shorter than 16 bytes, or cannot be used for HMAC-SHA-256
     */
    public static ValueHasher keyedWith(SecretKey key) {
        ValueHasher hasher = new ValueHasher(key);
        byte[] encoded = key.getEncoded();
        if (encoded != null && encoded.length < LEAST_KEY_BYTES) {
            throw new IllegalArgumentException("the key of hashed values has " + encoded.length
                    + " bytes; use at least " + LEAST_KEY_BYTES + " random ones");
        }
        hasher.mac();
        return hasher;
    }

    /**
     * The hasher of an item's hashed values.
     *
     * @param item an item
     * @return the hasher; empty if nothing of the item is hashed, or nobody here has the key
     */
    public static Optional<ValueHasher> of(Item item) {
        return item.isHashed()
                ? item.values().values().stream()
                        .flatMap(value -> value instanceof HashedValue hashed
                                ? Stream.ofNullable(hashed.hasher())
                                : Stream.empty())
                        .findFirst()
                : Optional.empty();
    }

    /**
     * Hashes all values of an item.
     *
     * @param item an item; values that are hashed already stay as they are
     * @return the item with digests in the place of its values
     */
    public Item hashed(Item item) {
        Item.Builder hashed = Item.builder(item.kind());
        Mac mac = mac();
        item.values()
                .forEach((field, value) -> hashed.put(
                        field, value instanceof HashedValue known ? keyed(known) : hash(mac, field.type(), value)));
        return hashed.build();
    }

    /**
     * Hashes a value.
     *
     * @param type its type
     * @param value the value, of that type
     * @return what stands for it
     * @throws IllegalArgumentException if the value is of another type
     */
    public HashedValue hash(FieldType type, Object value) {
        if (!type.valueClass().isInstance(value)) {
            throw new IllegalArgumentException("a value of type " + type + " was expected, not one of class "
                    + value.getClass().getSimpleName());
        }
        return hash(mac(), type, value);
    }

    /**
     * Reads a digest that was stored.
     *
     * @param type the type of the value
     * @param digest what {@link HashedValue#digest} gave, by a hasher of an equal key; one of another key matches no value
     * @return the hashed value
     * @throws IllegalArgumentException if the text is no digest
     */
    public HashedValue parse(FieldType type, String digest) {
        if (digest.isEmpty() || !FORM.matcher(digest).matches()) {
            throw new IllegalArgumentException("a stored digest of type " + type
                    + " holds characters that no digest has; restore the stored state from a backup");
        }
        if (type == FieldType.OCCURRENCE_EXCEPTIONS) {
            HashedExceptions.parse(digest);
        }
        return new HashedValue(type, digest, this);
    }

    private HashedValue keyed(HashedValue known) {
        return known.hasher() == null ? new HashedValue(known.type(), known.digest(), this) : known;
    }

    private HashedValue hash(Mac mac, FieldType type, Object value) {
        return new HashedValue(type, digest(mac, type, value), this);
    }

    String digest(FieldType type, Object value) {
        return digest(mac(), type, value);
    }

    /** Whether a digest is that of a value. What it looks like need not be hashed for that. */
    boolean makes(String digest, FieldType type, Object value) {
        return switch (type) {
            case TEXT -> digest.startsWith(text(mac(), (String) value) + PART);
            case EVENT_TIME -> digest.startsWith(cut(mac(), type.name(), exact((EventTime) value)) + PART);
            case DATE, SENSITIVITY, TEXT_SET, RECURRENCE, CANCELLED_OCCURRENCES, OCCURRENCE_EXCEPTIONS ->
                digest(type, value).equals(digest);
        };
    }

    private static String digest(Mac mac, FieldType type, Object value) {
        return switch (type) {
            case TEXT -> text(mac, (String) value) + PART + likeness(mac, (String) value);
            case EVENT_TIME ->
                cut(mac, type.name(), exact((EventTime) value))
                        + PART
                        + cut(mac, "like " + type, moments((EventTime) value));
            case DATE, RECURRENCE -> cut(mac, type.name(), value.toString());
            case SENSITIVITY -> cut(mac, type.name(), ((Sensitivity) value).name());
            case TEXT_SET ->
                ((Collection<?>) value)
                        .stream()
                                .map(element -> element(mac, (String) element))
                                .sorted()
                                .collect(Collectors.joining(PART));
            case CANCELLED_OCCURRENCES ->
                ((CancelledOccurrences) value)
                        .starts().stream()
                                .map(start -> start(mac, start))
                                .sorted()
                                .collect(Collectors.joining(PART));
            case OCCURRENCE_EXCEPTIONS -> exceptions(mac, (OccurrenceExceptions) value);
        };
    }

    private static String exceptions(Mac mac, OccurrenceExceptions exceptions) {
        SortedMap<String, SortedMap<Field<?>, String>> digests = new TreeMap<>();
        exceptions.byStart().forEach((start, exception) -> digests.put(start(mac, start), fields(mac, exception)));
        return HashedExceptions.text(digests);
    }

    private static SortedMap<Field<?>, String> fields(Mac mac, OccurrenceException exception) {
        SortedMap<Field<?>, String> fields = new TreeMap<>();
        exception.cleared().forEach(field -> fields.put(field, ""));
        for (Map.Entry<Field<?>, Object> entry : exception.changed().values().entrySet()) {
            Object value = entry.getValue();
            fields.put(
                    entry.getKey(),
                    value instanceof HashedValue known
                            ? known.digest()
                            : digest(mac, entry.getKey().type(), value));
        }
        return fields;
    }

    private static String text(Mac mac, String text) {
        return cut(mac, FieldType.TEXT.name(), text);
    }

    private static String likeness(Mac mac, String text) {
        return cut(mac, "like " + FieldType.TEXT, text.strip().toLowerCase(Locale.ROOT));
    }

    /** The digest of a set's element, and of what it looks like: of an address, of the mailbox that it is of, however spelled. */
    String element(String text) {
        return element(mac(), text);
    }

    private static String element(Mac mac, String text) {
        return text(mac, text)
                + (AddressSyntax.read(text) instanceof AddressForm.Parts address
                        ? cut(mac, "address", address.key())
                        : likeness(mac, text));
    }

    /** What of an element's digest says that two look the same. */
    static String likeness(String element) {
        return element.substring(element.length() / 2);
    }

    String start(OriginalStart start) {
        return start(mac(), start);
    }

    /** Starts are equal as moments, whatever zone they are told in. */
    private static String start(Mac mac, OriginalStart start) {
        return cut(
                mac,
                "start",
                start instanceof OriginalStart.At at ? at.moment().toInstant().toString() : start.toString());
    }

    private static String exact(EventTime time) {
        return time instanceof EventTime.Timed timed ? timed.start() + "/" + timed.end() : moments(time);
    }

    private static String moments(EventTime time) {
        return time instanceof EventTime.Timed timed
                ? timed.start().toInstant() + "/" + timed.end().toInstant()
                : ((EventTime.AllDay) time).firstDay() + "/" + ((EventTime.AllDay) time).endDay();
    }

    /** What of a digest says that two values look the same: all of it, where nothing else does. */
    static String likeness(FieldType type, String digest) {
        return type == FieldType.TEXT || type == FieldType.EVENT_TIME
                ? digest.substring(digest.indexOf(PART) + 1)
                : digest;
    }

    private static String cut(Mac mac, String sort, String text) {
        mac.update(sort.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        // As it is: a character set would make one and the same of all broken characters.
        ByteBuffer characters = ByteBuffer.allocate(text.length() * Character.BYTES);
        characters.asCharBuffer().put(text);
        mac.update(characters);
        byte[] whole = mac.doFinal();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, DIGEST_BYTES));
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException(
                    "the key of hashed values cannot be used for " + ALGORITHM + "; give one made for it", e);
        }
    }

    @Override
    public String toString() {
        return "ValueHasher";
    }
}
