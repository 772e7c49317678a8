package dev.millrace.engine.strategy.risk;

import dev.millrace.engine.block.Block;
import dev.millrace.engine.block.Edits;
import dev.millrace.engine.strategy.Subject;
import dev.millrace.engine.strategy.Transform;

import java.util.List;

/// Chooses for every cell of the mapped fields the risk that replaces it.
final class RiskTransform implements Transform {

    private final List<FieldRisks> fields;

    RiskTransform(List<RiskTable> tables, Subject subject) {
        fields = tables.stream().map(table -> new FieldRisks(table, subject)).toList();
    }

    @Override
    public void apply(Block block, Edits edits) {
        for (FieldRisks field : fields) {
            edits.replace(field.position(), field.choices(block), field.risks());
        }
    }
}
