"""Tags newline-delimited JSON on an Apache Spark cluster.

    spark-submit --master ... tag_with_spark.py INPUT OUTPUT [--partitions N] [--command "civic-topics tag - --format ndjson --threads 1"]

Every machine needs Node.js and the package, for instance from `npm install --global civic-topics`; no model is fetched at run time.

Why RDD.pipe and not mapInPandas: the program already reads lines and writes one for each, in order. Spark's own pipe starts one
process a partition, so that the model is loaded once for all its rows, streams the lines through in bounded memory, and fails the
task when the process ends badly. mapInPandas would need pandas and Arrow on every machine, a process to be looked after by hand, and
would bring nothing in return.

Why it can be retried: the answer to a line depends on nothing but the line. A partition whose process or machine has died is done
again from its beginning, and Spark moves the output of a task into its place only when the whole task is done.

Part k of OUTPUT holds the answers to partition k of INPUT, line by line. A line that could not be tagged is {"error": "..."}.
"""

import argparse
import os

from pyspark.sql import SparkSession

# One thread a process: Spark runs as many tasks on a machine as it has cores.
COMMAND = "civic-topics tag - --format ndjson --threads 1"


def main() -> None:
    parser = argparse.ArgumentParser(description="Tags newline-delimited JSON on a Spark cluster.")
    parser.add_argument("input", help="file or folder that all machines can read")
    parser.add_argument("output", help="folder to be made, with one file for each partition")
    parser.add_argument("--partitions", type=int, default=2, help="at least so many; two or three for each core do well")
    parser.add_argument("--command", default=COMMAND, help="program on every machine, one process a partition")
    arguments = parser.parse_args()

    spark = SparkSession.builder.appName("civic-topics").getOrCreate()
    lines = spark.sparkContext.textFile(arguments.input, arguments.partitions)
    # The process has no environment but this. checkCode: without it a process that dies early loses rows in silence.
    tagged = lines.pipe(arguments.command, env={"PATH": os.environ["PATH"]}, checkCode=True)
    tagged.saveAsTextFile(arguments.output)
    spark.stop()


if __name__ == "__main__":
    main()
