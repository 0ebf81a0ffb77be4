"""Judges profiles under Spark: each partition is piped through mapper.sh and comes out as a run of its own.

    spark-submit --files mapper.sh spark-pipe.py PROFILES OUT

hegui is installed on every worker. Afterwards one process puts the partitions together and decides:

    find OUT -name 'part-*' -size +0c -exec hegui merge {} + -o ndjson=run.ndjson -f table
"""

import json
import sys


def to_record(path, content):
    """One file as a line of `--input ndjson`.

    hegui judges it like a file of that path and text. Bytes that are not UTF-8 cannot stand in JSON; the line then has no
    text, and hegui makes an unreadable profile of it: every file gives one record, and none is mended on the way.
    """
    try:
        return json.dumps({"path": path, "text": content.decode("utf-8")})
    except UnicodeDecodeError:
        return json.dumps({"path": path})


def path_order(path):
    """Sorts as hegui does, by UTF-16 code units. Python compares code points, which differ beyond U+FFFF."""
    return path.encode("utf-16-be", "surrogatepass")


def main(profiles, out):
    from pyspark.sql import SparkSession

    session = SparkSession.builder.appName("hegui").getOrCreate()
    context = session.sparkContext
    as_of = context.getConf().get("spark.hegui.asOf", None)
    options = "--quiet" + (f" --as-of {as_of}" if as_of else "")
    (
        # Not wholeTextFiles, which puts U+FFFD where bytes are not UTF-8 and so changes what is judged.
        context.binaryFiles(profiles)
        # hegui keeps the records of a stream in the order in which they arrive, and `merge` takes sorted runs only.
        .sortBy(lambda file: path_order(file[0]))
        .map(lambda file: to_record(file[0], bytes(file[1])))
        # checkCode: mapper.sh fails only where a run was not finished, and Spark tries that partition again.
        .pipe(f"bash mapper.sh {options}", checkCode=True)
        .saveAsTextFile(out)
    )
    session.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
