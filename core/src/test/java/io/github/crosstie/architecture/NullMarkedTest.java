package io.github.crosstie.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class NullMarkedTest {

    private static final ArchRule RULE = classes().should(new BeInNullMarkedPackage());

    @Test
    void everyPackageOfCoreIsNullMarked() {
        RULE.check(Imported.core());
    }

    @Test
    void reportsAPackageThatIsNot() {
        List<String> violations =
                RULE.evaluate(Imported.fixture("nullness")).getFailureReport().getDetails();

        assertThat(violations).singleElement().asString().contains("unmarked.Unmarked");
    }

    private static final class BeInNullMarkedPackage extends ArchCondition<JavaClass> {

        BeInNullMarkedPackage() {
            super("be in a package that is @NullMarked");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                events.add(SimpleConditionEvent.violated(
                        type, type.getName() + " is in a package that is not @NullMarked"));
            }
        }
    }
}
