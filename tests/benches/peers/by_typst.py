"""The plan as PDF by typst: by_typst.py DATA.json OUT.pdf"""
import os, sys, typst

here = os.path.dirname(os.path.abspath(__file__))
data = os.path.abspath(sys.argv[1])
typst.compile(os.path.join(here, "plan.typ"), output=sys.argv[2], root="/", sys_inputs={"data": data})
