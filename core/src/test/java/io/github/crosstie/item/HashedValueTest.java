package io.github.crosstie.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class HashedValueTest {

    private static final ValueHasher HASHER = ValueHasher.keyedWith(key("a key that nobody else has"));
    private static final ValueHasher STRANGER = ValueHasher.keyedWith(key("a key of somebody else"));

    private static final OriginalStart FIRST = OriginalStart.parse("2026-07-06T09:00+02:00[Europe/Berlin]");
    private static final OriginalStart SECOND = OriginalStart.parse("2026-07-13T09:00+02:00[Europe/Berlin]");

    private static SecretKey key(String text) {
        return new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    private static EventTime at(String start, String end) {
        return new EventTime.Timed(ZonedDateTime.parse(start), ZonedDateTime.parse(end));
    }

    private static OccurrenceExceptions exceptions(OriginalStart start, Item changed) {
        return OccurrenceExceptions.of(start, changed);
    }

    private static Item subject(String subject) {
        return Item.event().set(EventFields.SUBJECT, subject).build();
    }

    /** A value of each type, and others that are close to it. */
    private static List<Object> values(FieldType type) {
        return switch (type) {
            case TEXT -> List.of("Ada", "ada", "Ada ", "Charles", "Ad?", "Ad\ufffd", "Ad\ud800", "Ad\ud801");
            case DATE -> List.of(LocalDate.of(1815, 12, 10), LocalDate.of(1815, 12, 11));
            case EVENT_TIME ->
                List.of(
                        at("2026-07-06T09:00+02:00[Europe/Berlin]", "2026-07-06T10:00+02:00[Europe/Berlin]"),
                        at("2026-07-06T07:00Z", "2026-07-06T08:00Z"),
                        new EventTime.AllDay(LocalDate.of(2026, 7, 6), LocalDate.of(2026, 7, 7)));
            case SENSITIVITY -> List.of((Object[]) Sensitivity.values());
            case TEXT_SET -> List.of(Set.of("friends"), Set.of("friends", "poets"), Set.of("Friends"));
            case RECURRENCE ->
                List.of(Recurrence.parse("FREQ=WEEKLY;BYDAY=MO"), Recurrence.parse("FREQ=WEEKLY;BYDAY=TU"));
            case CANCELLED_OCCURRENCES ->
                List.of(
                        CancelledOccurrences.of(FIRST),
                        CancelledOccurrences.of(SECOND),
                        CancelledOccurrences.of(FIRST, SECOND));
            case OCCURRENCE_EXCEPTIONS ->
                List.of(
                        exceptions(FIRST, subject("Moved")),
                        exceptions(SECOND, subject("Moved")),
                        exceptions(FIRST, subject("moved")),
                        OccurrenceExceptions.NONE.with(
                                FIRST, OccurrenceException.of(subject("Moved")).with(EventFields.LOCATION, null)));
        };
    }

    private static Object value(FieldType type) {
        return values(type).get(0);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("a hashed value matches the value that it was made of, and no other")
    void matchesItsValueAlone(FieldType type) {
        for (Object one : values(type)) {
            HashedValue hashed = HASHER.hash(type, one);

            for (Object other : values(type)) {
                assertThat(hashed.matches(other))
                        .as("%s against %s", one, other)
                        .isEqualTo(one.equals(other));
            }
            assertThat(hashed.matches(null)).isFalse();
            assertThat(hashed.matches(hashed)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("what was stored is read as the same hashed value, by whoever has the key")
    void isReadByTheSameKey(FieldType type) {
        HashedValue hashed = HASHER.hash(type, value(type));

        HashedValue read =
                ValueHasher.keyedWith(key("a key that nobody else has")).parse(type, hashed.digest());

        assertThat(read).isEqualTo(hashed).hasSameHashCodeAs(hashed);
        assertThat(read.matches(value(type))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("under another key no value matches, looks alike or is recalled")
    void tellsNothingUnderAnotherKey(FieldType type) {
        HashedValue read = STRANGER.parse(type, HASHER.hash(type, value(type)).digest());

        assertThat(read.matches(value(type))).isFalse();
        assertThat(read.resembles(value(type))).isFalse();
        assertThat(read.recalled(List.of(value(type)))).isNotEqualTo(value(type));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("without any key it equals what was written, and matches nothing")
    void tellsNothingWithoutAKey(FieldType type) {
        HashedValue hashed = HASHER.hash(type, value(type));

        HashedValue unkeyed = HashedValue.unkeyed(type, hashed.digest());

        assertThat(unkeyed).isEqualTo(hashed);
        assertThat(unkeyed.matches(value(type))).isFalse();
        assertThat(unkeyed.recalled(List.of(value(type)))).isNotEqualTo(value(type));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("G6: neither its text nor its digest shows the value or the key")
    void showsNothing(FieldType type) {
        HashedValue hashed = HASHER.hash(type, value(type));

        assertThat(hashed).hasToString("HashedValue").isNotEqualTo(value(type));
        assertThat(hashed.digest()).doesNotContainIgnoringCase("ada", "friends", "2026", "Moved", "nobody");
        assertThat(HASHER).hasToString("ValueHasher");
    }

    @Test
    @DisplayName("equal texts of different types have different digests")
    void keepsTypesApart() {
        String day = "2026-07-06";

        assertThat(HASHER.hash(FieldType.TEXT, day).digest())
                .doesNotStartWith(
                        HASHER.hash(FieldType.DATE, LocalDate.parse(day)).digest());
    }

    private static Stream<Arguments> alike() {
        List<Object> times = values(FieldType.EVENT_TIME);
        return Stream.of(
                Arguments.of(FieldType.TEXT, "Ada@Example.com", " ada@example.com ", true),
                Arguments.of(FieldType.TEXT, "Ada@Example.com", "charles@example.com", false),
                Arguments.of(FieldType.EVENT_TIME, times.get(0), times.get(1), true),
                Arguments.of(FieldType.EVENT_TIME, times.get(0), times.get(2), false),
                Arguments.of(FieldType.SENSITIVITY, Sensitivity.NORMAL, Sensitivity.PRIVATE, false));
    }

    @ParameterizedTest
    @MethodSource("alike")
    @DisplayName("S2: a value looks like another one if records are matched by both")
    void knowsWhatLooksAlike(FieldType type, Object one, Object other, boolean isAlike) {
        assertThat(HASHER.hash(type, one).resembles(other)).isEqualTo(isAlike);
        assertThat(HASHER.hash(type, one)
                        .likeness()
                        .equals(HASHER.hash(type, other).likeness()))
                .isEqualTo(isAlike);
    }

    @Test
    @DisplayName("a value is recalled from whoever holds it, and stays hashed if nobody does")
    void recallsAValue() {
        HashedValue hashed = HASHER.hash(FieldType.TEXT, "Ada");

        assertThat(hashed.recalled(Arrays.asList("Charles", null, "Ada"))).isEqualTo("Ada");
        assertThat(hashed.recalled(List.of("Charles"))).isEqualTo(hashed);
    }

    @Test
    @DisplayName("S3: the elements of a set are recalled one by one, from all who hold any")
    void recallsElements() {
        HashedValue hashed = HASHER.hash(FieldType.TEXT_SET, Set.of("friends", "poets", "gone"));

        assertThat(hashed.recalled(List.of(Set.of("friends", "new"), Set.of("poets"))))
                .isEqualTo(Set.of("friends", "poets"));
        assertThat(hashed.recalled(List.of(Set.of("new")))).isNull();
    }

    @Test
    @DisplayName(
            "S8: an element that is spelled otherwise across is recalled as it is there; on its own side that is an edit")
    void recallsOtherSpellings() {
        HashedValue hashed = HASHER.hash(FieldType.TEXT_SET, Set.of("Ada@example.com"));

        assertThat(hashed.recalled(Arrays.asList(null, Set.of("ada@example.com"))))
                .isEqualTo(Set.of("ada@example.com"));
        assertThat(hashed.recalled(Arrays.asList(Set.of("ada@example.com"), null)))
                .isNull();
    }

    @Test
    @DisplayName("S6: a cancelled occurrence is recalled by its start, whatever is said of it today")
    void recallsCancelledOccurrences() {
        HashedValue hashed = HASHER.hash(FieldType.CANCELLED_OCCURRENCES, CancelledOccurrences.of(FIRST, SECOND));

        assertThat(hashed.recalled(List.of(exceptions(SECOND, subject("Back again")))))
                .isEqualTo(CancelledOccurrences.of(SECOND));
        assertThat(hashed.recalled(new ArrayList<>())).isNull();
    }

    @Test
    @DisplayName(
            "S6: an exception is recalled field by field; what nobody holds of it stays hashed, what it lacks stays lacking")
    void recallsExceptions() {
        OccurrenceException was = OccurrenceException.of(subject("Moved").toBuilder()
                        .set(EventFields.BODY, "Agenda")
                        .build())
                .with(EventFields.LOCATION, null);
        HashedValue hashed = HASHER.hash(
                FieldType.OCCURRENCE_EXCEPTIONS,
                OccurrenceExceptions.NONE.with(FIRST, was).with(SECOND, was));

        Object recalled = hashed.recalled(List.of(exceptions(FIRST, subject("Moved"))));

        OccurrenceException one = ((OccurrenceExceptions) recalled).get(FIRST).orElseThrow();
        assertThat(one.changed().value(EventFields.SUBJECT)).isEqualTo("Moved");
        assertThat(one.changed().value(EventFields.BODY)).isEqualTo(HASHER.hash(FieldType.TEXT, "Agenda"));
        assertThat(one.cleared()).containsExactly(EventFields.LOCATION);
        assertThat(((OccurrenceExceptions) recalled).get(SECOND)).isEmpty();
    }

    @Test
    @DisplayName("a digest that was damaged is refused, without a word of it")
    void refusesDamage() {
        assertThatThrownBy(() -> HASHER.parse(FieldType.TEXT, "not a digest!"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("restore the stored state from a backup")
                .hasMessageNotContaining("not a digest");
        assertThatThrownBy(() -> HASHER.parse(FieldType.OCCURRENCE_EXCEPTIONS, "abc"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("broken off");
    }

    @Test
    void refusesAShortKey() {
        assertThatThrownBy(() -> ValueHasher.keyedWith(key("short")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("use at least 16 random ones");
    }

    @Test
    void refusesAValueOfAnotherType() {
        assertThatThrownBy(() -> HASHER.hash(FieldType.DATE, "Ada"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DATE")
                .hasMessageNotContaining("Ada");
    }
}
