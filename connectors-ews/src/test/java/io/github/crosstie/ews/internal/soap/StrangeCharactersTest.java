package io.github.crosstie.ews.internal.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users and their programs put into items comes through, whatever XML has against it. */
class StrangeCharactersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a&#x5;b           | 61 5 62
                    a&#5;b            | 61 5 62
                    a&#x1F;           | 61 1f
                    &#x85;&#x2028;    | 85 2028
                    a&#x0;b           | 61 fffd 62
                    a&#xFFFE;b        | 61 fffd 62
                    a&#xD83D;b        | 61 fffd 62
                    a&#xFDD5;b        | 61 fffd 62
                    &#x1F600;         | 1f600
                    &#x110000;        | fffd
                    &lt;&amp;&#38;#5; | 3c 26 26 23 35 3b
                    """)
    void referencesSurvive(String written, String codePoints) {
        assertThat(hex(textOf("<a>" + written + "</a>"))).isEqualTo(codePoints);
    }

    @Test
    void rawControlCharactersSurvive() {
        assertThat(textOf("<a>x\u0005y\u0000z\u007F\u0090\u0085\u2028\uFFFE\uFDD5!</a>"))
                .isEqualTo("x\u0005y\uFFFDz\u007F\u0090\u0085\u2028\uFFFD\uFFFD!");
    }

    @Test
    void rawControlCharactersInAttributesSurvive() {
        assertThat(parse("<a b='x\u0005y&#x6;'/>").attribute("b")).isEqualTo("x\u0005y\u0006");
    }

    @Test
    void rawControlCharactersInCharacterDataSectionsSurvive() {
        assertThat(textOf("<a><![CDATA[x\u0005]]&#5;<b>]]>&#6;</a>")).isEqualTo("x\u0005]]&#5;<b>\u0006");
    }

    @Test
    void lineEndsAreThoseOfXml10() {
        assertThat(textOf("<a>1\r\n2\r3\n4&#13;5</a>")).isEqualTo("1\n2\n3\n4\r5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void byteOrderMarksAreNoText(String charset) throws Exception {
        byte[] document = "\uFEFF<?xml version=\"1.0\"?><a>Zoë</a>".getBytes(charset);

        assertThat(XmlInput.of(new ByteArrayInputStream(document)).text()).isEqualTo("Zoë");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void anyTextSurvivesWhereverBuffersEnd(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        StringBuilder document = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><a>");
        StringBuilder expected = new StringBuilder();
        for (int item = 0; item < 400; item++) {
            String text = text(random, random.nextInt(200));
            document.append("<b c=\"")
                    .append(written(text, random))
                    .append("\">")
                    .append(written(text, random));
            document.append("</b>\n");
            expected.append(text).append('|').append(text).append('\n');
        }
        document.append("</a>");

        StringBuilder read = new StringBuilder();
        XmlInput.of(new Dripping(bytes(document.toString()), random))
                .children(child -> read.append(child.attribute("c"))
                        .append('|')
                        .append(child.text())
                        .append('\n'));

        assertThat(read.toString()).as("seed " + seed).isEqualTo(expected.toString());
    }

    private static String text(RandomGenerator random, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            switch (random.nextInt(9)) {
                case 0 -> text.append((char) random.nextInt(1, 0x20));
                case 1 -> text.append((char) random.nextInt(0x7F, 0xA0));
                case 2 -> text.appendCodePoint(random.nextInt(0x10000, 0x110000));
                case 3 -> text.append("<>&'\"]\r\n\t\u2028".charAt(random.nextInt(10)));
                case 4 -> text.append((char) random.nextInt(0xE000, 0xFDD0));
                case 5 -> text.append((char) random.nextInt(0xFDF0, 0xFFFE));
                default -> text.append((char) random.nextInt(0x20, 0x7F));
            }
        }
        return text.toString();
    }

    /** Some characters raw, some as references, as a careless server does it. */
    private static String written(String text, RandomGenerator random) {
        StringBuilder written = new StringBuilder();
        text.codePoints().forEach(character -> {
            boolean reference = random.nextInt(4) == 0 || "<>&\"\r\n\t".indexOf(character) >= 0;
            if (reference && random.nextBoolean()) {
                written.append("&#x").append(Integer.toHexString(character)).append(';');
            } else if (reference) {
                written.append("&#").append(character).append(';');
            } else {
                written.appendCodePoint(character);
            }
        });
        return written.toString();
    }

    private static XmlInput parse(String document) {
        return XmlInput.of(new ByteArrayInputStream(bytes(document)));
    }

    private static String textOf(String document) {
        return parse(document).text();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(String text) {
        StringBuilder hex = new StringBuilder();
        text.codePoints()
                .forEach(character -> hex.append(hex.isEmpty() ? "" : " ").append(Integer.toHexString(character)));
        return hex.toString();
    }
}
