package io.github.crosstie.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/**
 * The packages of core follow the way of the data: each may use only those before it. A package belongs with all that is below it to
 * the first level under the root; what modules share has a place of its own, after what it is made of. The root itself comes
 * last: it may use all, and nothing uses it.
 */
final class PackageOrder extends ArchCondition<JavaClass> {

    private static final List<String> ORDER = List.of(
            "internal",
            "log",
            "internal.log",
            "fault",
            "item",
            "directory",
            "configuration",
            "assignment",
            "role",
            "conflict",
            "connector",
            "internal.exchange",
            "diff",
            "state",
            "plan",
            "apply",
            "dispatch",
            "move",
            "report",
            "page",
            "memory",
            "json",
            "");

    private final String root;

    PackageOrder(String root) {
        super("use only packages that come before their own");
        this.root = root;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        String own = packageOf(type);
        if (!ORDER.contains(own)) {
            events.add(SimpleConditionEvent.violated(
                    type, type.getName() + " is in a package that has no place in the order: " + own));
            return;
        }
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            JavaClass target = dependency.getTargetClass().getBaseComponentType();
            if (isBelowRoot(target) && ORDER.indexOf(packageOf(target)) > ORDER.indexOf(own)) {
                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
            }
        }
    }

    private boolean isBelowRoot(JavaClass type) {
        return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }

    private String packageOf(JavaClass type) {
        return placeOf(type.getPackageName(), root);
    }

    /** The name in the order of a package below the root. */
    static String placeOf(String packageName, String root) {
        String below = packageName.equals(root) ? "" : packageName.substring(root.length() + 1);
        return ORDER.contains(below) ? below : below.split("\\.", -1)[0];
    }
}
