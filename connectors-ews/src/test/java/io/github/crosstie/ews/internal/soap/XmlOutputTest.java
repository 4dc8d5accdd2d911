package io.github.crosstie.ews.internal.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlOutputTest {

    @Test
    void elementsAttributesAndTextsAreWrittenAsTold() {
        String written = new XmlOutput()
                .start(Space.MESSAGES, "A")
                .attribute("b", "<\"&\n\t>")
                .start(Space.TYPES, "C")
                .end()
                .element(Space.TYPES, "D", "x<\"&>\r\n")
                .end()
                .toString();

        assertThat(written)
                .isEqualTo("<m:A b=\"&lt;&quot;&amp;&#10;&#9;&gt;\"><t:C/><t:D>x&lt;\"&amp;&gt;&#13;\n</t:D></m:A>");
    }

    @Test
    void whatXmlCannotHoldIsLeftOut() {
        assertThat(new XmlOutput()
                        .element(Space.TYPES, "A", "a\u0005b\uD83Dc\uDE00d\uFFFEe\uD83D\uDE00f")
                        .toString())
                .isEqualTo("<t:A>abcde\uD83D\uDE00f</t:A>");
    }

    @Test
    void attributesComeBeforeContent() {
        XmlOutput out = new XmlOutput().start(Space.TYPES, "A").text("b");

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> out.attribute("c", "d"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsWrittenIsRead(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<String> texts = new ArrayList<>();
        XmlOutput out = XmlOutput.document().start(Space.TYPES, "All");
        out.attribute("xmlns:t", Space.TYPES.uri());
        for (int element = 0; element < 300; element++) {
            String text = text(random);
            texts.add(text + "|" + text);
            out.start(Space.TYPES, "One").attribute("a", text).text(text).end();
        }

        List<String> read = new ArrayList<>();
        XmlInput.of(Envelopes.stream(out.end().toString()))
                .children(child -> read.add(child.attribute("a") + "|" + child.text()));

        assertThat(read).as("seed " + seed).isEqualTo(texts);
    }

    private static String text(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(40); length > 0; length--) {
            switch (random.nextInt(5)) {
                case 0 -> text.append("<>&\"'\r\n\t]".charAt(random.nextInt(9)));
                case 1 -> text.appendCodePoint(random.nextInt(0x10000, 0x110000));
                case 2 -> text.append((char) random.nextInt(0xA0, 0xD800));
                default -> text.append((char) random.nextInt(0x20, 0x7F));
            }
        }
        return text.toString();
    }
}
