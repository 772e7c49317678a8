package dev.millrace.engine.parquet;

import dev.millrace.engine.block.ColumnChange;
import dev.millrace.engine.dataset.Schema;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The schema of output files.
///
/// @param message the schema
/// @param fields its fields, by position of the column in the dataset's schema
/// @param keyValues what is left for readers
record OutputSchema(MessageType message, List<OutputField> fields, SortedMap<String, String> keyValues) {

    /// What other engines keep of the schema; wrong as soon as a type changes.
    private static final List<String> SCHEMA_KEYS =
            List.of("ARROW:schema", "org.apache.spark.sql.parquet.row.metadata");

    /// @param type of the field
    /// @param edited whether some strategy edits it
    /// @param typeChanged whether it has another type than in the input
    /// @param leaves descriptors of its leaves
    record OutputField(Type type, boolean edited, boolean typeChanged, List<ColumnDescriptor> leaves) {}

    /// The schema for an input of Parquet: its own, with the types that edits ask for. Numbers are DOUBLE, but a column
    /// of floating-point numbers or of strings that gets some numbers keeps its type; texts are STRING.
    static OutputSchema of(UnitedSchema input, Schema schema, Map<Integer, ColumnChange> changes) {
        List<Type> types = new ArrayList<>();
        List<Boolean> changed = new ArrayList<>();
        for (int position = 0; position < schema.size(); position++) {
            Type type = input.types().get(position);
            ColumnChange change = changes.get(position);
            Type target = change == null ? type : changed(type.asPrimitiveType(), change);
            types.add(target);
            changed.add(!target.equals(type));
        }
        SortedMap<String, String> keyValues = new TreeMap<>(input.keyValues());
        if (changed.contains(true)) {
            keyValues.keySet().removeAll(SCHEMA_KEYS);
        }
        return of(input.name(), types, changes, changed, keyValues);
    }

    /// The schema for an input of another format: strings, and DOUBLE where every cell becomes a number. What the cells
    /// of a column have in common is not known before the last of them is read.
    static OutputSchema ofTexts(Schema schema, Map<Integer, ColumnChange> changes) {
        List<Type> types = new ArrayList<>();
        List<Boolean> changed = new ArrayList<>();
        for (int position = 0; position < schema.size(); position++) {
            String name = schema.name(position);
            boolean numbers = changes.get(position) == ColumnChange.ALL_NUMBERS;
            types.add(numbers ? number(name, Repetition.OPTIONAL) : text(name, Repetition.OPTIONAL));
            changed.add(true);
        }
        return of("schema", types, changes, changed, new TreeMap<>());
    }

    private static OutputSchema of(
            String name,
            List<Type> types,
            Map<Integer, ColumnChange> changes,
            List<Boolean> typeChanged,
            SortedMap<String, String> keyValues) {
        MessageType message = new MessageType(name, types);
        List<OutputField> fields = new ArrayList<>();
        for (int position = 0; position < types.size(); position++) {
            Type type = types.get(position);
            List<ColumnDescriptor> leaves =
                    message.getColumns().stream().filter(leaf -> leaf.getPath()[0].equals(type.getName())).toList();
            fields.add(new OutputField(type, changes.containsKey(position), typeChanged.get(position), leaves));
        }
        return new OutputSchema(message, List.copyOf(fields), keyValues);
    }

    private static Type changed(PrimitiveType type, ColumnChange change) {
        boolean string = type.getLogicalTypeAnnotation() instanceof StringLogicalTypeAnnotation;
        PrimitiveTypeName physical = type.getPrimitiveTypeName();
        boolean floating = physical == PrimitiveTypeName.FLOAT || physical == PrimitiveTypeName.DOUBLE;
        Type target =
                switch (change) {
                    case ALL_NUMBERS ->
                            physical == PrimitiveTypeName.DOUBLE ? type : number(type.getName(), type.getRepetition());
                    case SOME_NUMBERS -> string || floating ? type : number(type.getName(), type.getRepetition());
                    case TEXTS -> string ? type : text(type.getName(), type.getRepetition());
                };
        return type.getId() == null ? target : target.withId(type.getId().intValue());
    }

    private static Type number(String name, Repetition repetition) {
        return Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(name);
    }

    private static Type text(String name, Repetition repetition) {
        return Types.primitive(PrimitiveTypeName.BINARY, repetition).as(LogicalTypeAnnotation.stringType()).named(name);
    }
}
