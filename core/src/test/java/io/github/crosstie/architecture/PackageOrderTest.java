package io.github.crosstie.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackageOrderTest {

    @Test
    void coreUsesOnlyEarlierPackages() {
        rule(Imported.CORE).check(Imported.core());
    }

    @Test
    void reportsUseOfALaterPackageOfTheRootAndOfAnUnknownPackage() {
        List<String> violations = rule(Imported.fixturePackage("order"))
                .evaluate(Imported.fixture("order"))
                .getFailureReport()
                .getDetails();

        assertThat(violations)
                .anyMatch(line -> line.contains("item.UsesLaterPackage"))
                .anyMatch(line -> line.contains("directory.UsesRoot"))
                .anyMatch(line -> line.contains("unheard.Stray"))
                .noneMatch(line -> line.startsWith("Class") && line.contains("memory.UsesEarlierPackage"))
                .hasSize(3);
    }

    private static ArchRule rule(String root) {
        return classes().should(new PackageOrder(root));
    }
}
