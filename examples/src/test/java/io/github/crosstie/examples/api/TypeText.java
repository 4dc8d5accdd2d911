package io.github.crosstie.examples.api;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;
import org.jspecify.annotations.Nullable;

/** Types as one writes them in Java, by their names within their packages, with what can be null. */
final class TypeText extends SimpleTypeVisitor14<String, @Nullable Void> {

    private static final String NULLABLE = Nullable.class.getName();
    private static final TypeText TEXT = new TypeText();

    private TypeText() {}

    static String of(TypeMirror type) {
        return TEXT.visit(type);
    }

    /** The name of a class within its package. */
    static String of(TypeElement type) {
        Element outer = type.getEnclosingElement();
        return outer instanceof PackageElement
                ? type.getSimpleName().toString()
                : of((TypeElement) outer) + "." + type.getSimpleName();
    }

    /** Type parameters with their bounds, or nothing. */
    static String parameters(List<? extends TypeParameterElement> parameters) {
        return parameters.isEmpty()
                ? ""
                : parameters.stream()
                        .map(parameter -> parameter.getSimpleName() + bounds(parameter.getBounds()))
                        .collect(Collectors.joining(", ", "<", ">"));
    }

    private static String bounds(List<? extends TypeMirror> bounds) {
        String text = bounds.stream().map(TypeText::of).collect(Collectors.joining(" & "));
        return text.equals("Object") ? "" : " extends " + text;
    }

    /** Types with commas between them, and nothing at all if there are none. */
    static String joined(String before, List<? extends TypeMirror> types, String after) {
        return types.isEmpty() ? "" : types.stream().map(TypeText::of).collect(Collectors.joining(", ", before, after));
    }

    @Override
    public String visitDeclared(DeclaredType type, @Nullable Void none) {
        return nullable(type, "@Nullable ")
                + of((TypeElement) type.asElement())
                + joined("<", type.getTypeArguments(), ">");
    }

    @Override
    public String visitTypeVariable(TypeVariable type, @Nullable Void none) {
        return nullable(type, "@Nullable ") + type.asElement().getSimpleName();
    }

    @Override
    public String visitArray(ArrayType type, @Nullable Void none) {
        return of(type.getComponentType()) + nullable(type, " @Nullable ") + "[]";
    }

    @Override
    public String visitWildcard(WildcardType type, @Nullable Void none) {
        TypeMirror upper = type.getExtendsBound();
        TypeMirror lower = type.getSuperBound();
        return "?" + (upper == null ? "" : " extends " + of(upper)) + (lower == null ? "" : " super " + of(lower));
    }

    @Override
    public String visitIntersection(IntersectionType type, @Nullable Void none) {
        return type.getBounds().stream().map(TypeText::of).collect(Collectors.joining(" & "));
    }

    /** Primitives, and {@code void}. */
    @Override
    protected String defaultAction(TypeMirror type, @Nullable Void none) {
        return type.toString();
    }

    private static String nullable(TypeMirror type, String mark) {
        boolean marked = type.getAnnotationMirrors().stream()
                .anyMatch(mirror -> mirror.getAnnotationType().toString().equals(NULLABLE));
        return marked ? mark : "";
    }
}
