import sys, time
import numpy as np
from lattices import *
from model import *
docs, index = read(sys.argv[1])
sets = sorted({d["set"] for d in docs})
L = Lattices(docs)
print(len(L.start))
hand=np.zeros(18); hand[0]=20; hand[15]=-2
print({s:round(v[0],3) for s,v in table(L, L.best_path(L.features("cheap")@hand)).items()})
t=time.time()
m = fit(L,"cheap",hidden=0,steps=80,rate=0.1,l2=0.001,log=True)
print(time.time()-t)
s=scores_of(m,L,"cheap")
print({k:round(v[0],3) for k,v in table(L, L.best_path(s)).items()})
post,_=L.posteriors(s)
print({k:round(v[0],3) for k,v in table(L, L.best_path(post-0.0)).items()})
for th in (1e-3,1e-4,1e-5,1e-6):
    k=post>th
    print(th,k.sum(), (L.exact.astype(bool)&~k).sum())
