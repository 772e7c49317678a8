package dev.millrace.performance.duckdb;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// A connection to a database in memory.
public final class Session implements AutoCloseable {

    private final Connection connection;
    private final Statement statement;

    /// Opens a database of its own.
    ///
    /// @param threads how many may work on a statement
    public Session(int threads) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        statement = connection.createStatement();
        run("SET threads = " + threads);
    }

    void run(String sql) throws SQLException {
        statement.execute(sql);
    }

    /// The rows of a query, as texts; a null is the text `null`.
    public List<List<String>> rows(String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.add(String.valueOf(result.getString(column)));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
        connection.close();
    }
}
