package io.github.crosstie.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class PackageCyclesTest {

    @Test
    void packagesOfCoreFormNoCycle() {
        rule(Imported.CORE).check(Imported.core());
    }

    @Test
    void reportsACycle() {
        assertThat(rule(Imported.fixturePackage("cycle"))
                        .evaluate(Imported.fixture("cycle"))
                        .hasViolation())
                .isTrue();
    }

    private static ArchRule rule(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }
}
