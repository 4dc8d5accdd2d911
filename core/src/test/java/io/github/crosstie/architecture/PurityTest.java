package io.github.crosstie.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import io.github.crosstie.architecture.fixture.purity.Impure;
import io.github.crosstie.architecture.fixture.purity.Pure;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PurityTest {

    private static final ArchRule RULE = classes().should(new Purity());

    private static final JavaClasses FIXTURES = Imported.fixture("purity");

    private static final List<String> VIOLATIONS =
            RULE.evaluate(FIXTURES).getFailureReport().getDetails();

    @Test
    void coreIsPure() {
        RULE.check(Imported.core());
    }

    @ParameterizedTest
    @MethodSource("impurities")
    void reports(String method) {
        assertThat(VIOLATIONS).anyMatch(line -> line.contains(Impure.class.getName() + "." + method + "("));
    }

    @Test
    void allowsWhatIsGivenItsClockLocaleAndCharacterSet() {
        assertThat(VIOLATIONS).noneMatch(line -> line.contains(Pure.class.getName()));
    }

    private static Stream<String> impurities() {
        return Arrays.stream(Impure.class.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .map(method -> method.getName())
                .sorted();
    }
}
