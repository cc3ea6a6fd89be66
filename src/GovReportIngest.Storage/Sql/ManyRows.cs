using System.Collections.Frozen;
using System.Data;
using System.Data.Common;
using System.Reflection;
using Dapper;

namespace GovReportIngest.Storage.Sql;

/// <summary>One statement for many rows, without waiting for the answer to each where the database is another process.</summary>
internal static class ManyRows
{
    private static readonly FrozenDictionary<Type, DbType> Types = new Dictionary<Type, DbType>
    {
        [typeof(string)] = DbType.String, [typeof(int)] = DbType.Int32, [typeof(int?)] = DbType.Int32, [typeof(long)] = DbType.Int64, [typeof(long?)] = DbType.Int64,
    }.ToFrozenDictionary();

    /// <summary>Runs the statement for every row in turn; one that fails takes the transaction with it.</summary>
    /// <param name="sql">With the properties of a row as parameters: texts and whole numbers.</param>
    /// <returns>Rows of the database that were affected.</returns>
    public static async Task<int> ExecuteManyAsync<T>(this DbConnection connection, string sql, IEnumerable<T> rows)
    {
        // SQLite runs in this process and keeps the statement prepared from row to row.
        if (!connection.CanCreateBatch)
            return await connection.ExecuteAsync(sql, rows);
        await using var batch = connection.CreateBatch();
        foreach (var row in rows)
            batch.BatchCommands.Add(CommandOf(batch, sql, row));
        return batch.BatchCommands.Count == 0 ? 0 : await batch.ExecuteNonQueryAsync();
    }

    private static DbBatchCommand CommandOf<T>(DbBatch batch, string sql, T row)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = sql;
        foreach (var column in Columns<T>.All)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.DbType, parameter.Value) = (column.Name, Types[column.PropertyType], column.GetValue(row) ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static class Columns<T>
    {
        public static readonly PropertyInfo[] All = typeof(T).GetProperties();
    }
}
