package io.github.crosstie.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
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
        return slices().assignedFrom(new Places(root)).should().beFreeOfCycles();
    }

    /** Slices as the order of the packages has them. */
    private record Places(String root) implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return type.getPackageName().startsWith(root + ".")
                    ? SliceIdentifier.of(PackageOrder.placeOf(type.getPackageName(), root))
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages below " + root;
        }
    }
}
