package io.github.crosstie.examples.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * One type as text: a line that says what it is, then one for each member that a host can use. What every record, enum and object has is
 * left out.
 */
final class ClassText {

    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");
    private static final Set<String> OF_EVERY_ENUM = Set.of("values", "valueOf");

    private final TypeElement type;

    private ClassText(TypeElement type) {
        this.type = type;
    }

    static String of(TypeElement type) {
        ClassText text = new ClassText(type);
        return Stream.concat(Stream.of(text.header()), text.members().map(member -> "    " + member))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** {@code @Incubating } for what may still change, or nothing. */
    static String mark(Element element) {
        return element.getAnnotationMirrors().stream()
                .map(mirror -> mirror.getAnnotationType().asElement().getSimpleName())
                .filter(name -> name.contentEquals("Incubating") || name.contentEquals("Deprecated"))
                .map(name -> "@" + name + " ")
                .collect(Collectors.joining());
    }

    /** Whether hosts can name it, or use it by extending what it stands in. */
    static boolean isOpen(Element element) {
        return element.getModifiers().contains(Modifier.PUBLIC)
                || element.getModifiers().contains(Modifier.PROTECTED);
    }

    private String header() {
        return mark(type) + modifiers() + kind() + " " + TypeText.of(type)
                + TypeText.parameters(type.getTypeParameters()) + components() + parents()
                + permitted();
    }

    private String modifiers() {
        return Stream.of(Modifier.PROTECTED, Modifier.ABSTRACT, Modifier.FINAL, Modifier.SEALED)
                .filter(type.getModifiers()::contains)
                .filter(modifier -> type.getKind() == ElementKind.CLASS || modifier == Modifier.SEALED)
                .map(modifier -> modifier + " ")
                .collect(Collectors.joining());
    }

    private String kind() {
        return switch (type.getKind()) {
            case ANNOTATION_TYPE -> "@interface";
            case INTERFACE -> "interface";
            case ENUM -> "enum";
            case RECORD -> "record";
            default -> "class";
        };
    }

    private String components() {
        return type.getKind() != ElementKind.RECORD
                ? ""
                : type.getRecordComponents().stream()
                        .map(component -> TypeText.of(component.asType()) + " " + component.getSimpleName())
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private String parents() {
        TypeMirror parent = type.getSuperclass();
        boolean said = type.getKind() == ElementKind.CLASS && !parent.toString().equals(Object.class.getName());
        String word = type.getKind() == ElementKind.INTERFACE ? " extends " : " implements ";
        return (said ? " extends " + TypeText.of(parent) : "")
                + (type.getKind() == ElementKind.ANNOTATION_TYPE
                        ? ""
                        : TypeText.joined(word, type.getInterfaces(), ""));
    }

    private String permitted() {
        return type.getPermittedSubclasses().isEmpty()
                ? ""
                : type.getPermittedSubclasses().stream()
                        .map(TypeText::of)
                        .sorted()
                        .collect(Collectors.joining(", ", " permits ", ""));
    }

    private Stream<String> members() {
        List<? extends Element> own = type.getEnclosedElements();
        Stream<String> constants = own.stream()
                .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                .map(constant -> mark(constant) + constant.getSimpleName());
        Stream<String> fields = own.stream()
                .filter(member -> member.getKind() == ElementKind.FIELD && isOpen(member))
                .map(field -> start(field) + TypeText.of(field.asType()) + " " + field.getSimpleName());
        Stream<String> constructors = ElementFilter.constructorsIn(own).stream()
                .filter(constructor -> isOpen(constructor) && !isCanonical(constructor))
                .map(constructor ->
                        start(constructor) + generics(constructor) + type.getSimpleName() + arguments(constructor));
        Stream<String> methods = methods(type)
                .sorted(Comparator.comparing((ExecutableElement method) ->
                                method.getSimpleName().toString())
                        .thenComparing(ClassText::text))
                .map(ClassText::text)
                .distinct();
        return Stream.of(constants, fields.sorted(), constructors.sorted(), methods)
                .flatMap(same -> same);
    }

    /** The methods of a type, and those that it has from a parent which hosts do not see. */
    private Stream<ExecutableElement> methods(TypeElement owner) {
        Stream<ExecutableElement> own = ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                .filter(method -> isOpen(method) && !isOfEvery(method));
        return owner.getSuperclass().getKind() == TypeKind.DECLARED
                        && ((DeclaredType) owner.getSuperclass()).asElement() instanceof TypeElement parent
                        && !isOpen(parent)
                ? Stream.concat(own, methods(parent))
                : own;
    }

    private boolean isCanonical(ExecutableElement constructor) {
        return type.getKind() == ElementKind.RECORD
                && types(constructor.getParameters()).equals(types(type.getRecordComponents()));
    }

    private boolean isOfEvery(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        return OF_EVERY_OBJECT.contains(name)
                || (type.getKind() == ElementKind.ENUM && OF_EVERY_ENUM.contains(name))
                || type.getRecordComponents().stream()
                        .map(RecordComponentElement::getAccessor)
                        .anyMatch(method::equals);
    }

    private static List<String> types(List<? extends Element> elements) {
        return elements.stream()
                .map(element -> TypeText.of(element.asType()).replace("@Nullable ", ""))
                .toList();
    }

    private static String text(ExecutableElement method) {
        return start(method) + generics(method) + TypeText.of(method.getReturnType()) + " " + method.getSimpleName()
                + arguments(method);
    }

    private static String start(Element member) {
        boolean ofInterface = member.getEnclosingElement().getKind().isInterface();
        return mark(member)
                + Stream.of(Modifier.PROTECTED, Modifier.STATIC, Modifier.ABSTRACT, Modifier.DEFAULT)
                        .filter(member.getModifiers()::contains)
                        .filter(modifier -> !ofInterface || modifier != Modifier.ABSTRACT)
                        .map(modifier -> modifier + " ")
                        .collect(Collectors.joining());
    }

    private static String generics(ExecutableElement executable) {
        String parameters = TypeText.parameters(executable.getTypeParameters());
        return parameters.isEmpty() ? "" : parameters + " ";
    }

    private static String arguments(ExecutableElement executable) {
        List<String> types = new ArrayList<>();
        for (VariableElement parameter : executable.getParameters()) {
            types.add(TypeText.of(parameter.asType()));
        }
        if (executable.isVarArgs()) {
            int last = types.size() - 1;
            types.set(last, types.get(last).replaceFirst("\\[]$", "..."));
        }
        return types.stream().collect(Collectors.joining(", ", "(", ")"))
                + TypeText.joined(" throws ", executable.getThrownTypes(), "");
    }
}
