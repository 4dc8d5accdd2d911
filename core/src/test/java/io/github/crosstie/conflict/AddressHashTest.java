package io.github.crosstie.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class AddressHashTest {

    private static final String[] PIECES = {
        "a",
        "B",
        "ab",
        "1",
        ".",
        "-",
        "_",
        "@",
        "@",
        " ",
        "\"",
        "\\",
        "é",
        "É",
        "ß",
        "K",
        "ı",
        "xn--",
        ".invalid",
        ".INVALID",
        "example",
        ".com",
        "+",
        "<",
        "\u3002"
    };

    @Test
    void agreesWithTheFullReading() {
        Map<Long, String> keys = new HashMap<>();
        for (long seed = 0; seed < 50_000; seed++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            String text = text(random);
            for (boolean sandbox : new boolean[] {false, true}) {
                long hash = AddressHash.of(text, sandbox);

                if (MailboxAddress.read(text) instanceof AddressReading.Usable usable) {
                    String key = AddressHash.mailbox(usable.address(), sandbox).key();
                    assertThat(hash).as("seed %d: %s", seed, text).isNotEqualTo(AddressHash.NONE);
                    assertThat(keys.merge(hash, key, (first, second) -> first))
                            .as("seed %d: %s", seed, text)
                            .isEqualTo(key);
                    assertThat(AddressHash.of(key, false))
                            .as("seed %d: %s", seed, text)
                            .isEqualTo(hash);
                } else {
                    assertThat(hash).as("seed %d: %s", seed, text).isEqualTo(AddressHash.NONE);
                }
            }
        }
        assertThat(keys).hasSizeGreaterThan(1_000);
    }

    private static String text(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        int pieces = 1 + random.nextInt(4);
        for (int at = 0; at < pieces; at++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        text.append('@');
        for (int at = 0; at < pieces; at++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
