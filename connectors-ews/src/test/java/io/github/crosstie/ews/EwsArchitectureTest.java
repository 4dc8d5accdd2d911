package io.github.crosstie.ews;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import io.github.crosstie.ews.internal.soap.Envelope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** A package uses only those before it; the root package comes last and may use them all. */
class EwsArchitectureTest {

    private static final String ROOT = "io.github.crosstie.ews";
    private static final List<String> ORDER = List.of(
            "internal.soap",
            "auth",
            "internal.transport",
            "autodiscover",
            "internal.operation",
            "internal.zone",
            "internal.item");

    private final JavaClasses module = new ClassFileImporter()
            .importUrl(Envelope.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void packagesUseOnlyEarlierOnes() {
        LayeredArchitecture layers = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("root")
                .definedBy(ROOT);
        for (String name : ORDER) {
            layers = layers.layer(name).definedBy(ROOT + "." + name + "..");
        }
        layers = layers.whereLayer("root").mayNotBeAccessedByAnyLayer();
        for (int at = 0; at < ORDER.size(); at++) {
            List<String> later = new ArrayList<>(ORDER.subList(at + 1, ORDER.size()));
            later.add("root");
            layers = layers.whereLayer(ORDER.get(at)).mayOnlyBeAccessedByLayers(later.toArray(String[]::new));
        }
        layers.check(module);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(module);
    }

    @Test
    void onlySoapKnowsAParser() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".internal.soap..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.xml..", "org.w3c.dom..", "org.xml.sax..")
                .check(module);
    }

    @Test
    void whatIsSaidAndWhatItMeansKnowNoNetwork() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".internal.soap..",
                        ROOT + ".internal.operation..",
                        ROOT + ".internal.zone..",
                        ROOT + ".internal.item..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "javax.net..", "javax.security..", "org.ietf.jgss..")
                .check(module);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes().should(new BeInNullMarkedPackage()).check(module);
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
