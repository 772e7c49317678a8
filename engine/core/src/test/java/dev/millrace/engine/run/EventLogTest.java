package dev.millrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.dataset.Split;
import dev.millrace.engine.problem.DataException;
import dev.millrace.engine.problem.Place;
import dev.millrace.engine.problem.Problem;
import dev.millrace.engine.run.RunEvent.RowsRejected;
import dev.millrace.engine.run.RunEvent.ShardFailed;
import dev.millrace.engine.run.RunEvent.ShardId;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class EventLogTest {

    @Test
    void ofAFailureThePersonIsToldTheValueAndTheLogIsToldThePlace() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        List<RunEvent> told = new ArrayList<>();
        EventLog log = new EventLog(file, Path.of("events.jsonl"), new Listeners(List.of(told::add)));
        Place place = Place.of("part-00003.csv").atLine(9).inColumn("amount");
        DataException failure = new DataException(new Problem(place, "'canary' is no number", "Mend the row"));
        ShardId shard = new ShardId(Split.TRAIN, 3, "part-00003.csv");

        log.emitFailure(
                new ShardFailed(Instant.EPOCH, 1, shard, 0, String.valueOf(failure.getMessage()), failure.problems()),
                failure);

        assertThat(told).singleElement().asString().contains("'canary' is no number");
        assertThat(file.toString(StandardCharsets.UTF_8))
                .contains("part-00003.csv, line 9, column 'amount'")
                .doesNotContain("canary");
    }

    @Test
    void ofBadRowsThePersonIsToldTheValuesAndTheLogIsToldTheirNumber() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        List<RunEvent> told = new ArrayList<>();
        EventLog log = new EventLog(file, Path.of("events.jsonl"), new Listeners(List.of(told::add)));
        Problem bad = new Problem(Place.of("part-00003.csv").atLine(9), "'canary' is no number", "Mend the row");
        ShardId shard = new ShardId(Split.TRAIN, 3, "part-00003.csv");

        log.emit(new RowsRejected(Instant.EPOCH, 2, shard, 0, 41, List.of(bad)));

        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(RowsRejected.class, event -> assertThat(event.first()).containsExactly(bad));
        assertThat(file.toString(StandardCharsets.UTF_8)).contains("\"rows\":41").doesNotContain("canary");
    }
}
