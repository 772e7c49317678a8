package dev.millrace.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class NestedSettingsTest {

    private enum Colour {
        RED,
        BLUE
    }

    @ShortForm("colour")
    private record Paint(@Nullable Colour colour, @Default("1") int coats) {}

    private record House(@Default("\"red\"") Paint wall, @Default("{}") Map<String, Paint> rooms) {}

    private final List<String> mistakes = new ArrayList<>();

    @Test
    void aWordStandsForTheWholeRecord() {
        assertThat(read("{ 'wall': 'blue' }")).contains(new House(new Paint(Colour.BLUE, 1), Map.of()));
        assertThat(read("{ 'wall': { 'coats': 3 } }")).contains(new House(new Paint(null, 3), Map.of()));
        assertThat(read("{}")).contains(new House(new Paint(Colour.RED, 1), Map.of()));
        assertThat(mistakes).isEmpty();
    }

    @Test
    void aMapKeepsItsOrder() {
        House house = read("{ 'rooms': { 'z': 'red', 'a/b': { 'colour': 'blue', 'coats': 2 } } }").orElseThrow();
        assertThat(house.rooms())
                .containsExactly(Map.entry("z", new Paint(Colour.RED, 1)), Map.entry("a/b", new Paint(Colour.BLUE, 2)));
    }

    @Test
    void everyMistakeInAMapIsToldWithItsPlace() {
        assertThat(read("{ 'wall': 7, 'rooms': { 'a/b': 'rde', 'c': { 'coat': 1 } } }")).isEmpty();
        assertThat(mistakes)
                .containsExactly(
                        "/wall/colour: found 7 where one of a few words is expected. Write one of red, blue",
                        "/rooms/a~1b/colour: found \"rde\" where one of a few words is expected."
                                + " Did you mean 'red'? Known: red, blue",
                        "/rooms/c/coat: there is no setting 'coat'. Did you mean 'coats'? Known: colour, coats");
    }

    @Test
    void aMapIsAnObject() {
        assertThat(read("{ 'rooms': ['red'] }")).isEmpty();
        assertThat(mistakes)
                .containsExactly("/rooms: found [\"red\"] where an object { … } is expected. Change the value");
    }

    private Optional<House> read(String json) {
        JsonNode node = new JsonMapper().readTree(json.replace('\'', '"'));
        return new SettingsReader((pointer, finding, remedy) -> mistakes.add(pointer + ": " + finding + ". " + remedy))
                .read(node, "", House.class);
    }
}
