package io.github.crosstie.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxAddressTest {

    @ParameterizedTest
    @CsvSource({
        "anna@example.com, ANNA@EXAMPLE.com",
        "anna@example.com, ' anna@example.com '",
        "'\"anna\"@example.com', anna@example.com",
        "'\"an\\na\"@example.com', anna@example.com",
        "anna@bücher.example, anna@xn--bcher-kva.example",
        "anna@BÜCHER.example, anna@xn--BCHER-kva.example",
        "'\"Anna B\"@example.com', '\"anna b\"@example.com'",
        "JÖRG@example.com, jörg@example.com",
    })
    @DisplayName("C: two spellings of one mailbox are equal")
    void spellingsOfOneMailboxAreEqual(String one, String other) {
        assertThat(MailboxAddress.of(one)).isEqualTo(MailboxAddress.of(other));
        assertThat(MailboxAddress.of(one)).hasSameHashCodeAs(MailboxAddress.of(other));
        assertThat(AddressHash.of(one, false)).isEqualTo(AddressHash.of(other, false));
    }

    @ParameterizedTest
    @CsvSource({
        "anna@example.com, anna@example.org",
        "anna@example.com, an.na@example.com",
        "anna+crm@example.com, anna@example.com",
        "anna@example.com, anna@sub.example.com",
    })
    void differentMailboxesStayDifferent(String one, String other) {
        assertThat(MailboxAddress.of(one)).isNotEqualTo(MailboxAddress.of(other));
        assertThat(AddressHash.of(one, false)).isNotEqualTo(AddressHash.of(other, false));
    }

    @Test
    void keepsTheLocalPartAsGivenAndNormalizesTheDomain() {
        MailboxAddress address = MailboxAddress.of("Anna.B@Bücher.Example");

        assertThat(address.text()).isEqualTo("Anna.B@xn--bcher-kva.example");
    }

    @Test
    void masksItself() {
        assertThat(MailboxAddress.of("Anna.B@example.com")).hasToString("a…@example.com");
    }

    @Test
    @DisplayName("C3: a copied address loses its trailing .invalid, once")
    void knowsWhatItWasCopiedFrom() {
        assertThat(MailboxAddress.of("anna@example.com.INVALID").copiedFrom())
                .contains(MailboxAddress.of("anna@example.com"));
        assertThat(MailboxAddress.of("anna@example.com.invalid.invalid").copiedFrom())
                .contains(MailboxAddress.of("anna@example.com.invalid"));
        assertThat(MailboxAddress.of("anna@example.com").copiedFrom()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|it is empty",
                "'  '|it is empty",
                "anna|it has no @",
                "@example.com|nothing stands before the @",
                "anna@|nothing stands after the @",
                "Anna <anna@example.com>|it carries a display name; give the bare address",
                "a@b@example.com|it has more than one @",
                "an na@example.com|what stands before the @ has a blank, a misplaced dot, or a character that must be quoted",
                ".anna@example.com|what stands before the @ has a blank, a misplaced dot, or a character that must be quoted",
                "anna@example..com|what stands after the @ is no domain",
                "anna@-example.com|what stands after the @ is no domain",
                "anna@exam_ple.com|what stands after the @ is no domain",
                "anna@example.com.|what stands after the @ is no domain",
            })
    @DisplayName("C8: says why a text is no address")
    void saysWhyItIsNone(String text, String reason) {
        assertThat(MailboxAddress.read(text)).isEqualTo(new AddressReading.Unusable(reason));
        assertThat(AddressHash.of(text, false)).isEqualTo(AddressHash.NONE);
    }

    @Test
    void refusesALocalPartThatIsTooLong() {
        String tooLong = "a".repeat(65) + "@example.com";

        assertThat(MailboxAddress.read(tooLong))
                .isEqualTo(new AddressReading.Unusable("the part before the @ is longer than 64 bytes"));
        assertThat(AddressHash.of(tooLong, true)).isEqualTo(AddressHash.NONE);
    }

    @Test
    void refusesADomainOrLabelThatIsTooLong() {
        assertThat(MailboxAddress.read("a@" + "b".repeat(64) + ".com")).isInstanceOf(AddressReading.Unusable.class);
        assertThat(MailboxAddress.read("a@" + "b.".repeat(127) + "com")).isInstanceOf(AddressReading.Unusable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@localhost", "a@[192.0.2.1]", "o'neil+crm=x@example.com", "a@xn--bcher-kva.example"})
    void acceptsWhatIsOne(String text) {
        assertThat(MailboxAddress.read(text)).isInstanceOf(AddressReading.Usable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void readsPlainAddressesLikeThoseThatNeedMore(int seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int number = 0; number < 400; number++) {
            String local = text(random, "aZ09..-_+!< \\");
            String domain = text(random, "aZ09..--_ ");
            AddressReading plain = MailboxAddress.read("q." + local + "@q." + domain);
            AddressReading accented = MailboxAddress.read("é." + local + "@é." + domain);

            assertThat(plain.getClass())
                    .as("seed %d: %s at %s", seed, local, domain)
                    .isEqualTo(accented.getClass());
            if (plain instanceof AddressReading.Usable one && accented instanceof AddressReading.Usable other) {
                assertThat("é" + one.address().key().substring(1).replace("@q.", "@xn--9ca."))
                        .as("seed %d", seed)
                        .isEqualTo(other.address().key());
            }
        }
    }

    private static String text(RandomGenerator random, String alphabet) {
        return random.ints(1 + random.nextInt(5), 0, alphabet.length())
                .mapToObj(at -> alphabet.substring(at, at + 1))
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "63, 63", "64, 1", "1, 65", "64, 250"})
    void hashesLongAddressesLikeShortOnes(int local, int domain) {
        String address = "a".repeat(local) + "@" + "b".repeat(61) + ".c".repeat(93) + ".de";
        String cut = address.substring(0, local + 1 + domain);

        assertThat(AddressHash.of(cut, false) != AddressHash.NONE)
                .isEqualTo(MailboxAddress.read(cut) instanceof AddressReading.Usable);
        assertThat(AddressHash.of(cut, false))
                .isEqualTo(AddressHash.of(cut.toUpperCase(Locale.ROOT), false))
                .isNotEqualTo(AddressHash.of("x" + cut.substring(1), false));
    }

    @Test
    void doesNotRepeatABadAddress() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailboxAddress.of("secret person"))
                .withMessage("not a mailbox address: it has no @");
    }
}
