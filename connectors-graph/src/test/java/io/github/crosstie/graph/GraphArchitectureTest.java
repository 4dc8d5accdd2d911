package io.github.crosstie.graph;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import io.github.crosstie.graph.internal.wire.GraphCall;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** A package uses only those before it; the root package comes last and may use them all. */
class GraphArchitectureTest {

    private static final String ROOT = "io.github.crosstie.graph";
    private static final List<String> ORDER = List.of(
            "internal.wire",
            "auth",
            "internal.transport",
            "internal.sdk",
            "internal.item",
            "internal.operation",
            "notification");
    private static final String[] OF_THE_VENDOR = {"com.microsoft..", "com.azure..", "okhttp3..", "okio.."};

    private final JavaClasses module = new ClassFileImporter()
            .importUrl(GraphCall.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void packagesUseOnlyEarlierOnes() {
        LayeredArchitecture layers = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
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
    void everyPackageHasItsPlaceInTheOrder() {
        assertThat(module.stream().map(JavaClass::getPackageName))
                .allMatch(name -> name.equals(ROOT) || ORDER.contains(name.substring(ROOT.length() + 1)));
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(module);
    }

    @Test
    void onlyTheSecondTransportKnowsTheVendorsClasses() {
        noClasses()
                .that(resideInAPackage(ROOT + ".."))
                .and()
                .resideOutsideOfPackage(ROOT + ".internal.sdk")
                .and()
                .doNotHaveFullyQualifiedName(ROOT + ".HostGraphClient")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(OF_THE_VENDOR)
                .because("hosts without the vendor's client load all the others")
                .check(module);
    }

    @Test
    void onlyTheDoorForTheHostsClientLeadsToTheSecondTransport() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".internal.sdk")
                .and()
                .doNotHaveFullyQualifiedName(ROOT + ".HostGraphClient")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".internal.sdk")
                .check(module);
    }

    @Test
    void whatIsSaidAndWhatItMeansKnowNoNetwork() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".internal.wire",
                        ROOT + ".auth",
                        ROOT + ".internal.item",
                        ROOT + ".internal.operation",
                        ROOT + ".notification")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "javax.net..", "java.nio.channels..")
                .check(module);
    }

    @Test
    void noConnectorKnowsAnother() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.github.crosstie.ews..", "io.github.crosstie.salesforce..")
                .check(module);
    }

    @Test
    void theApiShowsNobodyElsesTypes() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(ROOT, ROOT + ".auth", ROOT + ".notification")
                .and()
                .areDeclaredInClassesThat()
                .doNotHaveFullyQualifiedName(ROOT + ".HostGraphClient")
                .should(new ShowOnlyOwnTypes())
                .check(module);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes().should(new BeInNullMarkedPackage()).check(module);
    }

    /** The JDK's, this library's, and no internal ones of this module. */
    private static final class ShowOnlyOwnTypes extends ArchCondition<JavaMethod> {

        ShowOnlyOwnTypes() {
            super("show only types of the JDK and of this library's API");
        }

        @Override
        public void check(JavaMethod method, ConditionEvents events) {
            Stream.concat(Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
                    .map(JavaClass::getBaseComponentType)
                    .filter(type -> !type.isPrimitive())
                    .filter(type -> !resideInAnyPackage("java..", "io.github.crosstie..")
                                    .test(type)
                            || resideInAnyPackage(
                                            ROOT + ".internal.wire..",
                                            ROOT + ".internal.transport..",
                                            ROOT + ".internal.sdk..",
                                            ROOT + ".internal.item..",
                                            ROOT + ".internal.operation..",
                                            "io.github.crosstie.internal..")
                                    .test(type))
                    .forEach(type -> events.add(
                            SimpleConditionEvent.violated(method, method.getFullName() + " shows " + type.getName())));
        }
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
