package io.github.crosstie.examples.api;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Takes the types that hosts can name from what the compiler has understood, and keeps their texts by package and name. */
@SupportedAnnotationTypes("*")
final class ApiReader extends AbstractProcessor {

    private final Map<String, SortedMap<String, String>> types = new TreeMap<>();
    private final Map<String, String> marks = new TreeMap<>();

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        ElementFilter.typesIn(round.getRootElements()).forEach(this::take);
        return false;
    }

    private void take(TypeElement type) {
        if (ClassText.isOpen(type)) {
            PackageElement inside = processingEnv.getElementUtils().getPackageOf(type);
            String name = inside.getQualifiedName().toString();
            marks.put(name, ClassText.mark(inside));
            types.computeIfAbsent(name, first -> new TreeMap<>()).put(TypeText.of(type), ClassText.of(type));
            ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::take);
        }
    }

    /** The texts of these packages, in the order of their names; a package of which hosts see nothing has none. */
    String text(Stream<String> names) {
        return names.filter(types::containsKey)
                .sorted()
                .map(name -> marks.get(name) + "package " + name + "\n\n"
                        + String.join("\n", types.get(name).values()))
                .collect(Collectors.joining("\n"));
    }
}
