package io.github.crosstie.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Documents as clients write them. */
class XmlTest {

    @Test
    @DisplayName("characters that XML 1.0 takes as they stand are kept, and references to control characters besides")
    void keepsWhatBothVersionsTake() throws Exception {
        String written = "<a>x\u0085y\u0092z\u2028!\u007F&#x5;</a>";
        String read = "x\u0085y\u0092z\u2028!\u007F\u0005";

        assertThat(TreeReader.read(written).text()).isEqualTo(read);
        assertThat(Xml.parse(written).getDocumentElement().getTextContent()).isEqualTo(read);
    }
}
