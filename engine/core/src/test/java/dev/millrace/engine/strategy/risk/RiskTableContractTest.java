package dev.millrace.engine.strategy.risk;

import dev.millrace.engine.strategy.Strategy;
import dev.millrace.engine.strategy.StrategyContract;
import dev.millrace.engine.testing.RandomDataset;

class RiskTableContractTest extends StrategyContract {

    @Override
    protected Strategy strategy(RandomDataset dataset) {
        int columns = dataset.columns().size();
        return new RiskTableMapping(
                new RiskTableSettings(dataset.fields(), dataset.positiveLabel(), 0.05, columns % 4, 2 + 3 * columns));
    }
}
