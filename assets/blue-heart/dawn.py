#!/usr/bin/env python3
"""Draws dawn.svg: hills as smooth sums of sines, traced from nothing. Run from the project's root."""
import math
W,H=2400,2400
def ridge(base,amps,phase):
    pts=[]
    for i in range(0,W+1,80):
        x=i/W
        y=base+sum(a*math.sin(2*math.pi*(f*x+p+phase)) for a,f,p in amps)
        pts.append((i,y))
    d=f"M0 {H}L0 {pts[0][1]:.0f}"
    n=len(pts)
    m=[(pts[min(i+1,n-1)][1]-pts[max(i-1,0)][1])/(pts[min(i+1,n-1)][0]-pts[max(i-1,0)][0]) for i in range(n)]
    for i in range(n-1):
        (x0,y0),(x1,y1)=pts[i],pts[i+1]; h=(x1-x0)/3
        d+=f"C{x0+h:.0f} {y0+m[i]*h:.1f} {x1-h:.0f} {y1-m[i+1]*h:.1f} {x1} {y1:.0f}"
    return d+f"L{W} {H}Z"
layers=[(1310,[(70,1.1,.1),(34,2.7,.4),(12,6.1,.2)],.0,'#86B7DE','#A9CDEA'),
(1450,[(95,.9,.55),(40,2.3,.1),(16,5.3,.7)],.12,'#5590C4','#7DB0DA'),
(1620,[(120,.8,.9),(46,1.9,.3),(14,4.7,.5)],.3,'#2C66A3','#4C87BE'),
(1830,[(120,.7,.25),(60,1.7,.8),(10,5.9,.1)],.55,'#154680','#285F9A'),
(2070,[(110,.6,.7),(50,1.3,.05),(12,3.9,.6)],.8,'#0A2A57','#123A70')]
o=['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2400 2400" width="2400" height="2400">',
'<title>Hills at dawn in shades of blue</title>','<defs>',
'<linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#0F3A73"/><stop offset=".28" stop-color="#3F7DB8"/><stop offset=".48" stop-color="#A8CFEA"/><stop offset=".6" stop-color="#E3F0FA"/></linearGradient>',
'<radialGradient id="glow" gradientUnits="userSpaceOnUse" cx="1500" cy="1330" r="760"><stop offset="0" stop-color="#FFF3D9" stop-opacity=".95"/><stop offset=".22" stop-color="#FFE7BE" stop-opacity=".62"/><stop offset=".6" stop-color="#FFF1DC" stop-opacity=".18"/><stop offset="1" stop-color="#FFF1DC" stop-opacity="0"/></radialGradient>']
for i,l in enumerate(layers): o.append(f'<linearGradient id="h{i}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="{l[3]}"/><stop offset="1" stop-color="{l[4]}"/></linearGradient>')
o+=['</defs>','<rect width="2400" height="2400" fill="url(#sky)"/>','<rect width="2400" height="2400" fill="url(#glow)"/>']
for i,l in enumerate(layers): o.append(f'<path fill="url(#h{i})" d="{ridge(l[0],l[1],l[2])}"/>')
o.append('</svg>'); open('assets/blue-heart/dawn.svg','w').write('\n'.join(o)+'\n')
