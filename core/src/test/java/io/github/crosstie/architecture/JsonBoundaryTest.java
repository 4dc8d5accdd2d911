package io.github.crosstie.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonBoundaryTest {

    @Test
    void onlyJsonKnowsJackson() {
        rule(Imported.CORE).check(Imported.core());
    }

    @Test
    void reportsJacksonElsewhere() {
        List<String> violations = rule(Imported.fixturePackage("jackson"))
                .evaluate(Imported.fixture("jackson"))
                .getFailureReport()
                .getDetails();

        assertThat(violations).isNotEmpty().allMatch(line -> line.contains("item.SpeaksJackson"));
    }

    private static ArchRule rule(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".json..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..");
    }
}
