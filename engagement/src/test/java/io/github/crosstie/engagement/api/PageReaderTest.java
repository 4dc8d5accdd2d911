package io.github.crosstie.engagement.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PageReaderTest {

    private static final String PAGE = "{\"nextPageToken\":\"t\\/1\",\"nextPageUrl\":null,\"values\":["
        + "{\"id\":1,\"isDeleted\":false,\"salesforceId\":\"0055f00000AbCdE\",\"username\":\"ada@acme.example\","
        + "\"email\":\"ada@acme.example\",\"firstName\":\"Zo\\u00eb\",\"lastName\":\"漢😀\",\"jobTitle\":null,\"roleName\":\"Sales\"},"
        + "{\"id\":2,\"isDeleted\":true}]}";

    private final PageReader reader = new PageReader(new KnownUsers());

    private static PageBuffer page(byte[] bytes) {
        PageBuffer buffer = new PageBuffer(1 << 20);
        assertThatCode(() -> buffer.append(ByteBuffer.wrap(bytes))).doesNotThrowAnyException();
        return buffer;
    }

    private PageContent read(String json, Charset charset) {
        return reader.read(page(json.getBytes(charset)));
    }

    @Test
    @DisplayName("reads a page the same, once more from what it knows")
    void readsAPageTwice() {
        PageContent first = read(PAGE, StandardCharsets.UTF_8);

        assertThat(read(" " + PAGE, StandardCharsets.UTF_8)).isEqualTo(first);
        assertThat(first)
                .isInstanceOfSatisfying(
                        PageContent.Users.class,
                        users -> assertThat(users.users()).hasSize(2));
    }

    @Test
    @DisplayName("refuses other encodings than UTF-8")
    void refusesOtherEncodings() {
        assertThat(read(PAGE, StandardCharsets.UTF_16BE)).isInstanceOf(PageContent.Strange.class);
    }

    @Test
    @DisplayName("notices wherever a page is cut short")
    void noticesEveryCut() {
        byte[] whole = PAGE.getBytes(StandardCharsets.UTF_8);

        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThat(reader.read(page(part)))
                    .as("cut after %s bytes", length)
                    .isEqualTo(new PageContent.Unreadable(true));
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("returns a value whatever the bytes are")
    void survivesAnyBytes(int seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        byte[] bytes = PAGE.getBytes(StandardCharsets.UTF_8);
        for (int change = random.nextInt(1, 6); change > 0; change--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }

        assertThat(reader.read(page(bytes))).isNotNull();
    }
}
