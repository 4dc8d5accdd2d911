package io.github.crosstie.engagement.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UniqueKeyTest {

    @ParameterizedTest
    @CsvSource({
        "anna@acme.example, anna@acme.example, true",
        "Anna@ACME.example, anna@acme.example, true",
        "anna@müller.example, anna@xn--mller-kva.example, true",
        "anna+news@acme.example, anna@acme.example, false",
        "no address at all, NO ADDRESS AT ALL, true",
        "anna@acme.example, bert@acme.example, false"
    })
    void takesForTheSameWhatAUnitDoes(String one, String other, boolean same) {
        assertThat(UniqueKey.of(one).equals(UniqueKey.of(other))).isEqualTo(same);
    }
}
