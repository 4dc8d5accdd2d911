package io.github.crosstie.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SalesforceIdTest {

    @ParameterizedTest
    @CsvSource({
        "00D000000000062, 00D000000000062EAA",
        "0013000001E0Xn5, 0013000001E0Xn5AAF",
        "00E000000000001, 00E000000000001EAA",
        "00e000000000001, 00e000000000001AAA",
        "ABCDEFGHIJKLMNO, ABCDEFGHIJKLMNO555",
        "aBcDeFgHiJkLmNo, aBcDeFgHiJkLmNoKVK",
    })
    @DisplayName("A14: 15 characters are widened to 18, the case of none is changed")
    void widens(String narrow, String wide) {
        assertThat(SalesforceId.of(narrow)).hasToString(wide);
        assertThat(SalesforceId.of(wide)).isEqualTo(SalesforceId.of(narrow));
        assertThat(SalesforceId.form().canonical(narrow)).isEqualTo(wide);
        assertThat(SalesforceId.form().canonical(wide)).isEqualTo(wide);
    }

    @Test
    @DisplayName("A14: a role and a profile differ by case alone")
    void keepsRoleAndProfileApart() {
        assertThat(SalesforceId.of("00E000000000001")).isNotEqualTo(SalesforceId.of("00e000000000001"));
        assertThat(SalesforceId.of("00E000000000001").keyPrefix()).isEqualTo("00E");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00D", "00D00000000006", "00D00000000006-", "00D0000000000621", "00D00000000006éEAA"})
    void refusesWhatIsNoId(String text) {
        assertThatThrownBy(() -> SalesforceId.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("15 or 18 letters and digits");
    }

    @Test
    @DisplayName("A14: an id whose case was folded on the way is noticed by its checksum")
    void noticesAFoldedId() {
        assertThatThrownBy(() -> SalesforceId.of("00e000000000001EAA"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("00e000000000001EAA")
                .hasMessageContaining("case was changed");
    }

    @Test
    void leavesOtherTextsAsGiven() {
        assertThat(SalesforceId.form().canonical("Sales_EMEA")).isEqualTo("Sales_EMEA");
        assertThat(SalesforceId.form().canonical("a.b@acme.exampl")).isEqualTo("a.b@acme.exampl");
        assertThat(SalesforceId.form().canonical("")).isEmpty();
    }
}
