package org.dcos.wire;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.dcos.domain.cmdb.Item;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;

import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.jsontype.NamedType;

/**
 * Tells Jackson what annotations would tell, for the domain carries none: which type a sealed interface's object has
 * stands in its property {@code type}, and every component of a record must be given, but for Optionals, lists, maps,
 * booleansand {@code version}, which default to empty, false and 0; an item's texts default to empty ones.
 */
final class DomainIntrospector extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;
    private static final String OURS = "org.dcos.";
    /** An item that is read as one kind need not say so: its resource does. */
    private static final JsonTypeInfo.Value ITEM_TYPE_PROPERTY = JsonTypeInfo.Value.construct(JsonTypeInfo.Id.NAME,
            JsonTypeInfo.As.PROPERTY, "type", null, false, Boolean.FALSE, Boolean.TRUE);
    private static final JsonTypeInfo.Value TYPE_PROPERTY = JsonTypeInfo.Value.construct(JsonTypeInfo.Id.NAME,
            JsonTypeInfo.As.PROPERTY, "type", null, false, Boolean.TRUE, Boolean.TRUE);

    @Override
    public JsonTypeInfo.Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
        return annotated instanceof AnnotatedClass && sealedRoot(annotated.getRawType()).isPresent()
                ? Item.class.isAssignableFrom(annotated.getRawType()) ? ITEM_TYPE_PROPERTY : TYPE_PROPERTY
                : super.findPolymorphicTypeInfo(config, annotated);
    }

    @Override
    public List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
        return sealedRoot(annotated.getRawType()).map(DomainIntrospector::cases)
                .map(types -> types.map(t -> new NamedType(t, Names.kebab(t.getSimpleName()))).toList())
                .orElseGet(() -> super.findSubtypes(config, annotated));
    }

    @Override
    public String findTypeName(MapperConfig<?> config, AnnotatedClass annotated) {
        return sealedRoot(annotated.getRawType()).isPresent()
                ? Names.kebab(annotated.getRawType().getSimpleName())
                : super.findTypeName(config, annotated);
    }

    @Override
    public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        return member.getDeclaringClass().getName().startsWith(OURS)
                ? Boolean.valueOf(!mayBeLeftOut(member.getDeclaringClass(), member.getRawType(), name(member)))
                : super.hasRequiredMarker(config, member);
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
        if (annotated instanceof AnnotatedMember member && member.getDeclaringClass().getName().startsWith(OURS)
                && !Optional.class.equals(member.getRawType()) && !OptionalInt.class.equals(member.getRawType())) {
            Nulls nulls = mayBeLeftOut(member.getDeclaringClass(), member.getRawType(), name(member)) ? Nulls.AS_EMPTY
                    : Nulls.FAIL;
            return JsonSetter.Value.forValueNulls(nulls);
        }
        return super.findSetterInfo(config, annotated);
    }

    /** A parameter of a constructor does not know its name; the record's component does. */
    private static String name(AnnotatedMember member) {
        return member instanceof AnnotatedParameter parameter && member.getDeclaringClass().isRecord()
                ? member.getDeclaringClass().getRecordComponents()[parameter.getIndex()].getName()
                : member.getName();
    }

    /** Whether a record's component may be left out of JSON. */
    static boolean mayBeLeftOut(Class<?> record, Class<?> type, String name) {
        return type == String.class && Item.class.isAssignableFrom(record) || type == Optional.class
                || type == OptionalInt.class || type == boolean.class
                || Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)
                || type == long.class && "version".equals(name);
    }

    /** The records that a sealed interface has as its cases, those of the sealed interfaces below it among them. */
    static Stream<Class<?>> cases(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses()).flatMap(t -> t.isSealed() ? cases(t) : Stream.of(t));
    }

    /** The sealed interface of ours that a type is, or is a case of. */
    static Optional<Class<?>> sealedRoot(Class<?> type) {
        return Stream.concat(Stream.of(type), Arrays.stream(type.getInterfaces()))
                .filter(t -> t.isInterface() && t.isSealed() && t.getName().startsWith(OURS))
                .findFirst().map(t -> t);
    }
}
