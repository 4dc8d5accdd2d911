package io.github.crosstie.ews.internal.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.fault.ContractBrokenException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileDocumentsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/none.dtd'><a/>",
                "<!DOCTYPE a [<!ENTITY % b SYSTEM 'http://127.0.0.1:1/none.dtd'>%b;]><a/>"
            })
    void documentTypesAreRefused(String document) {
        assertThatExceptionOfType(ContractBrokenException.class).isThrownBy(() -> parse(document));
    }

    @Test
    void filesAreNotReadThroughEntities(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");

        assertThatThrownBy(() -> parse("<!DOCTYPE a [<!ENTITY b SYSTEM '" + secret.toUri() + "'>]><a>&b;</a>")
                        .text())
                .isInstanceOf(ContractBrokenException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void entitiesThatMultiplyAreRefusedBeforeTheyDo() {
        StringBuilder document = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 'ha'>");
        for (int level = 1; level < 30; level++) {
            document.append("<!ENTITY e" + level + " '" + ("&e" + (level - 1) + ";").repeat(10) + "'>");
        }

        assertThatExceptionOfType(ContractBrokenException.class)
                .isThrownBy(() -> parse(document + "]><a>&e29;</a>"))
                .withMessageContaining("document type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a>&nosuch;</a>",
                "<a></b>",
                "<a b=c/>",
                "<p><br></p>",
                "<a>&#;</a>",
                "<a x:b='c'/>",
                "plain text"
            })
    void whatIsNoXmlIsBroken(String document) {
        assertThatExceptionOfType(ContractBrokenException.class)
                .isThrownBy(() -> parse(document + "   ").text());
    }

    @Test
    void aDocumentCutOffAnywhereIsAnEarlyEnd() {
        String whole = "<?xml version='1.0'?><a b='c'><d><![CDATA[e]]>&#x5;</d><f/></a>";
        for (int length = 0; length < whole.length() - 1; length++) {
            String cut = whole.substring(0, length);

            assertThatThrownBy(() -> parse(cut).children(XmlInput::text))
                    .as(cut)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasCauseInstanceOf(EOFException.class);
        }
    }

    @Test
    void aBrokenConnectionStaysWhatItIs() {
        IOException reset = new IOException("connection reset");

        assertThatThrownBy(() -> XmlInput.of(new FailingStream("<a><b>", reset)).text())
                .isInstanceOf(UncheckedIOException.class)
                .hasCause(reset);
    }

    @Test
    void tenMegabytesOfTextAreRead() {
        String body = "x\u0005é".repeat(3_500_000);

        assertThat(parse("<a><b>" + body + "</b></a>").text()).isEmpty();
        List<String> read = new ArrayList<>();
        parse("<a><b>" + body + "</b></a>").children(child -> read.add(child.text()));
        assertThat(read).containsExactly(body);
    }

    @Test
    void anEndlessDocumentEnds() {
        InputStream endless = new SequenceInputStream(stream("<a>"), new EndlessStream());

        assertThatExceptionOfType(ContractBrokenException.class)
                .isThrownBy(() -> StaxInput.ofDocument(endless, 1_000_000).skip())
                .withMessageContaining("longer than 1000000 characters");
    }

    @Test
    void deepNestingCostsNoStack() {
        int depth = 200_000;
        List<String> read = new ArrayList<>();

        parse("<a>" + "<b>".repeat(depth) + "</b>".repeat(depth) + "<c>d</c></a>")
                .children(child -> {
                    if (child.name().equals("c")) {
                        read.add(child.text());
                    } else {
                        child.skip();
                    }
                });

        assertThat(read).containsExactly("d");
    }

    @Test
    void unknownElementsArePassedOverWhateverIsLeftOfThem() {
        List<String> read = new ArrayList<>();

        parse("<a><new x='1'><er><t>no</t></er></new><t>1</t><half><t>2</t><t>no</t></half><t>3<b>no</b>4</t></a>")
                .children(child -> {
                    switch (child.name()) {
                        case "t" -> read.add(child.text());
                        case "half" ->
                            child.children(inner -> {
                                if (read.size() < 2) {
                                    read.add(inner.text());
                                }
                            });
                        default -> assertThat(child.space()).isEmpty();
                    }
                });

        assertThat(read).containsExactly("1", "2", "34");
    }

    @Test
    void contentIsReadOnce() {
        XmlInput input = parse("<a>b</a>");
        input.text();

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(input::text);
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> input.children(XmlInput::skip));
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> input.attribute("c"));
    }

    private static XmlInput parse(String document) {
        return XmlInput.of(stream(document));
    }

    private static InputStream stream(String document) {
        return new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
    }
}
