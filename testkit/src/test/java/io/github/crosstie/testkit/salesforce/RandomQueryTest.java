package io.github.crosstie.testkit.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions in SOQL find what the same conditions in Java find. */
class RandomQueryTest extends SalesforceTest {

    private static final List<String> NAMES = List.of("Ada", "ada", "Bea", "Ann%a", "O'Hara", "Zoë", "Émile");

    /** A condition, and what it means. */
    private record Condition(String soql, Predicate<SalesforceRecord> meaning) {}

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsTheSame(long seed) throws Exception {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int contact = 0; contact < 40; contact++) {
            organization.contacts().create(contact(random));
        }

        for (int query = 0; query < 25; query++) {
            Condition condition = condition(random, 3);
            List<String> expected = organization.contacts().all().stream()
                    .filter(condition.meaning())
                    .map(SalesforceRecord::id)
                    .toList();

            Answer answer = query("SELECT Id FROM Contact WHERE " + condition.soql());

            assertThat(answer.status())
                    .as("seed %d: %s", seed, condition.soql())
                    .isEqualTo(200);
            assertThat(answer.column("Id"))
                    .as("seed %d: %s", seed, condition.soql())
                    .isEqualTo(expected);
        }
    }

    private static Map<String, Object> contact(RandomGenerator random) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("LastName", "L");
        fields.put("DoNotCall", random.nextBoolean());
        if (random.nextInt(4) > 0) {
            fields.put("FirstName", NAMES.get(random.nextInt(NAMES.size())));
        }
        if (random.nextInt(4) > 0) {
            fields.put("Birthdate", day(random));
        }
        return fields;
    }

    private static LocalDate day(RandomGenerator random) {
        return LocalDate.of(1990, 1, 1 + random.nextInt(5));
    }

    private static Condition condition(RandomGenerator random, int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return leaf(random);
        }
        Condition one = condition(random, depth - 1);
        Condition other = condition(random, depth - 1);
        return switch (random.nextInt(3)) {
            case 0 ->
                new Condition(
                        "(" + one.soql() + " AND " + other.soql() + ")",
                        one.meaning().and(other.meaning()));
            case 1 ->
                new Condition(
                        "(" + one.soql() + " OR " + other.soql() + ")",
                        one.meaning().or(other.meaning()));
            default -> new Condition("(NOT " + one.soql() + ")", one.meaning().negate());
        };
    }

    private static Condition leaf(RandomGenerator random) {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        LocalDate day = day(random);
        return switch (random.nextInt(9)) {
            case 0 -> new Condition("FirstName = " + quoted(name), contact -> same(contact, name));
            case 1 -> new Condition("FirstName != " + quoted(name), contact -> !same(contact, name));
            case 2 -> new Condition("FirstName = null", contact -> contact.text("FirstName") == null);
            case 3 ->
                new Condition(
                        "FirstName IN (" + quoted(name) + ",'Bea')",
                        contact -> same(contact, name) || same(contact, "Bea"));
            case 4 -> new Condition("FirstName NOT IN (" + quoted(name) + ")", contact -> !same(contact, name));
            case 5 ->
                new Condition("FirstName LIKE '%a'", contact -> lower(contact).endsWith("a"));
            case 6 -> new Condition("DoNotCall = true", contact -> contact.flag("DoNotCall"));
            case 7 ->
                new Condition(
                        "Birthdate >= " + day,
                        contact -> born(contact) != null && !born(contact).isBefore(day));
            default -> new Condition("Birthdate != " + day, contact -> !day.equals(born(contact)));
        };
    }

    private static boolean same(SalesforceRecord contact, String name) {
        return lower(contact).equals(name.toLowerCase(Locale.ROOT));
    }

    private static String lower(SalesforceRecord contact) {
        return Objects.requireNonNullElse(contact.text("FirstName"), "").toLowerCase(Locale.ROOT);
    }

    private static LocalDate born(SalesforceRecord contact) {
        return (LocalDate) contact.values().get("Birthdate");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "\\'") + "'";
    }
}
